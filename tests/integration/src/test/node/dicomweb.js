'use strict';

// node dicomweb.js URL USER:PASSWORD FOLDER: every call of dicomweb-client, with the files of a
// folder, which are of one series whose first file is compressed and has several frames.
// Prints what it checked; fails with the first thing that is not as it should be.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');

global.XMLHttpRequest = require('./xml-http-request.js').XMLHttpRequest;
const { api } = require('dicomweb-client');

const [url, user, folder] = process.argv.slice(2);
const client = new api.DICOMwebClient({
  url,
  headers: { Authorization: `Basic ${Buffer.from(user).toString('base64')}` },
  verbose: false,
});
const files = fs.readdirSync(folder).sort().map(name => fs.readFileSync(path.join(folder, name)));
const value = (dataSet, tag) => dataSet[tag].Value[0];
const J2K = [{ mediaType: 'image/jp2', transferSyntaxUID: '1.2.840.10008.1.2.4.90' }];

async function refused(call, status) {
  const error = await call.then(() => null, reason => reason);
  assert.strictEqual(error && error.status, status);
  return JSON.parse(error.response);
}

async function refusedAsProblem(call, status) {
  assert.match((await refused(call, status)).code, /^LUCINA03/);
}

async function stores() {
  const datasets = files.map(file => new Uint8Array(file).buffer);
  const response = JSON.parse(await client.storeInstances({ datasets }));
  const stored = response['00081199'].Value;
  assert.strictEqual(stored.length, files.length);
  const [, study, series] = value(stored[0], '00081190').match(/studies\/(.*)\/series\/(.*)\/inst/);
  const studyInstanceUID = study;
  const again = await client.storeInstances({ datasets: [datasets[0]], studyInstanceUID });
  assert.strictEqual(JSON.parse(again)['00081199'].Value.length, 1);
  const other = client.storeInstances({ datasets, studyInstanceUID: '1.2.3' });
  assert.strictEqual((await refused(other, 409))['00081198'].Value.length, files.length);
  const instances = stored.map(item => value(item, '00081155'));
  return { studyInstanceUID, seriesInstanceUID: series, instances };
}

async function searches({ studyInstanceUID, seriesInstanceUID, instances }) {
  const queryParams = { StudyInstanceUID: studyInstanceUID };
  const studies = await client.searchForStudies({ queryParams });
  assert.deepStrictEqual(studies.map(study => value(study, '0020000D')), [studyInstanceUID]);
  const none = await client.searchForStudies({ queryParams: { StudyInstanceUID: '1.2.3.4' } });
  assert.deepStrictEqual(none, []);
  for (const query of [{ studyInstanceUID }, { queryParams }]) {
    const series = await client.searchForSeries(query);
    assert.deepStrictEqual(series.map(one => value(one, '0020000E')), [seriesInstanceUID]);
  }
  for (const query of [
    { studyInstanceUID, seriesInstanceUID },
    { studyInstanceUID },
    { queryParams },
  ]) {
    const found = await client.searchForInstances(query);
    assert.deepStrictEqual(found.map(one => value(one, '00080018')).sort(), [...instances].sort());
  }
}

async function retrieves({ studyInstanceUID, seriesInstanceUID, instances }) {
  const sopInstanceUID = instances[0];
  const ofSeries = { studyInstanceUID, seriesInstanceUID };
  const one = { ...ofSeries, sopInstanceUID };
  assert.strictEqual((await client.retrieveStudyMetadata(ofSeries)).length, files.length);
  assert.strictEqual((await client.retrieveSeriesMetadata(ofSeries)).length, files.length);
  const metadata = (await client.retrieveInstanceMetadata(one))[0] || {};
  assert.strictEqual(value(metadata, '00080018'), sopInstanceUID);
  assert.strictEqual((await client.retrieveStudy(ofSeries)).length, files.length);
  assert.strictEqual((await client.retrieveSeries(ofSeries)).length, files.length);
  const file = Buffer.from(await client.retrieveInstance(one));
  assert.ok(file.subarray(-1000).equals(files[0].subarray(-1000)));
  return { one, metadata, file };
}

async function retrievesPixels({ one, metadata, file }) {
  const frames = await client.retrieveInstanceFrames({
    ...one,
    frameNumbers: [2, 1],
    mediaTypes: J2K,
  });
  assert.strictEqual(frames.length, 2);
  for (const frame of frames) {
    assert.ok(frame.byteLength > 0);
  }
  await refusedAsProblem(client.retrieveInstanceFrames({ ...one, frameNumbers: [1] }), 406);
  const BulkDataURI = metadata['7FE00010'].BulkDataURI;
  const mediaTypes = [{ mediaType: 'application/octet-stream', transferSyntaxUID: '*' }];
  const all = await client.retrieveBulkData({ BulkDataURI, mediaTypes });
  assert.ok(Buffer.from(all[0]).equals(Buffer.from(frames[1])));
}

async function retrievesRangesOfPixels({ studyInstanceUID, seriesInstanceUID, instances }) {
  const sopInstanceUID = instances[1];
  const one = { studyInstanceUID, seriesInstanceUID, sopInstanceUID };
  const [frame] = await client.retrieveInstanceFrames({ ...one, frameNumbers: [1] });
  const metadata = (await client.retrieveInstanceMetadata(one))[0];
  const BulkDataURI = metadata['7FE00010'].BulkDataURI;
  const [all] = await client.retrieveBulkData({ BulkDataURI });
  assert.ok(Buffer.from(all).equals(Buffer.from(frame)));
  const [part] = await client.retrieveBulkData({ BulkDataURI, byteRange: [100, 299] });
  assert.ok(Buffer.from(part).equals(Buffer.from(all).subarray(100, 300)));
}

async function retrievesByWadoUri({ one, file }) {
  const headers = client.headers;
  const wado = new api.DICOMwebClient({ url: new URL('/wado', url).href, headers });
  const response = await fetch(wado.buildInstanceWadoURIUrl(one), { headers });
  assert.ok(Buffer.from(await response.arrayBuffer()).equals(file));
}

async function doesNotRender({ one }) {
  await refusedAsProblem(client.retrieveInstanceRendered(one), 501);
  await refusedAsProblem(client.retrieveInstanceThumbnail(one), 501);
  await refusedAsProblem(client.retrieveInstanceFramesRendered({ ...one, frameNumbers: [1] }), 501);
  await refusedAsProblem(client.retrieveInstanceFramesThumbnail({ ...one, frameNumbers: [1] }), 501);
}

async function main() {
  const stored = await stores();
  console.log('stored');
  await searches(stored);
  console.log('searched');
  const retrieved = await retrieves(stored);
  console.log('retrieved');
  await retrievesPixels(retrieved);
  await retrievesRangesOfPixels(stored);
  console.log('retrieved pixels');
  await retrievesByWadoUri(retrieved);
  console.log('retrieved by URI');
  await doesNotRender(retrieved);
  console.log('refused to render');
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
