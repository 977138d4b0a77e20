'use strict';

// node dimse.js PORT FOLDER OWN-PORT TLS-PORT CERTIFICATE: every call of dcmjs-dimse, with the files
// of a folder, which are of one series and one of which is compressed. The archive knows this
// program as the AE NODE that listens on OWN-PORT. Prints what it checked; fails with the first
// thing that is not as it should be.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { Client, Dataset, association, requests, responses, constants, log } =
  require('dcmjs-dimse');
const { OwnArchive } = require('./own-archive.js');

log.setLevel('silent');

const [port, folder, ownPort, tlsPort, certificate] = process.argv.slice(2);
const { PresentationContextResult, SopClass, Status, TransferSyntax, UserIdentityType } =
  constants;
const COMMITMENT = '1.2.840.10008.1.20.1';
const COMMITMENT_INSTANCE = '1.2.840.10008.1.20.1.1';
const SOP_CLASS_NOT_SUPPORTED = 0x0122;
const NO_SUCH_ACTION_TYPE = 0x0123;
const UNRECOGNIZED_OPERATION = 0x0211;
const files = fs.readdirSync(folder).sort().map(name => path.join(folder, name));
const own = new OwnArchive();

/** Sends requests on one association; answers what came back. */
function send(all, options = {}, during = () => {}) {
  const result = { responses: [], stored: [], reports: [], rejected: 0 };
  return new Promise((resolve, reject) => {
    const client = new Client();
    for (const request of [all].flat()) {
      request.on('response', response => result.responses.push(response));
      client.addRequest(request);
    }
    for (const context of options.contexts || []) {
      client.addAdditionalPresentationContext(context, true);
    }
    client.on('associationAccepted', association => (result.association = association));
    client.on('associationRejected', () => result.rejected++);
    client.on('cStoreRequest', (request, callback) => {
      result.stored.push(request.getDataset());
      (options.onStore || (() => {}))(client);
      answer(responses.CStoreResponse, request, callback, options.delay);
    });
    client.on('nEventReportRequest', (request, callback) => {
      result.reports.push(request);
      answer(responses.NEventReportResponse, request, callback);
    });
    client.on('networkError', reject);
    client.on('closed', () => resolve({ ...result, statistics: client.getStatistics() }));
    during(client, result);
    client.send('127.0.0.1', Number(options.port || port), 'NODE', 'LUCINA', options);
  });
}

function answer(kind, request, callback, delay = 0) {
  const response = kind.fromRequest(request);
  response.setStatus(Status.Success);
  setTimeout(() => callback(response), delay);
}

const statuses = result => result.responses.map(response => response.getStatus());
const last = result => result.responses[result.responses.length - 1];
const datasets = result =>
  result.responses.filter(one => one.hasDataset()).map(one => one.getDataset());
const values = (result, name) => datasets(result).map(one => one.getElement(name));

async function echoes() {
  const result = await send(new requests.CEchoRequest());
  assert.deepStrictEqual(statuses(result), [Status.Success]);
  assert.ok(result.statistics.getBytesSent() > 0 && result.statistics.getBytesReceived() > 0);
}

async function stores() {
  const fromFiles = files.map(file => new requests.CStoreRequest(file));
  fromFiles[1].setAdditionalTransferSyntaxes(TransferSyntax.ExplicitVRBigEndian);
  const result = await send(fromFiles);
  assert.deepStrictEqual(statuses(result), files.map(() => Status.Success));
  const again = new requests.CStoreRequest(Dataset.fromFile(files[1]));
  assert.deepStrictEqual(statuses(await send(again)), [Status.Success]);
  return files.map(file => Dataset.fromFile(file));
}

async function finds(all) {
  const { PatientID, IssuerOfPatientID, StudyInstanceUID, SeriesInstanceUID } = all[0].getElements();
  const study = await send(
    requests.CFindRequest.createStudyFindRequest({
      PatientID,
      IssuerOfPatientID,
      StudyInstanceUID: '',
    })
  );
  assert.strictEqual(last(study).getStatus(), Status.Success);
  assert.deepStrictEqual(values(study, 'StudyInstanceUID'), [StudyInstanceUID]);
  const series = await send(
    requests.CFindRequest.createSeriesFindRequest({ StudyInstanceUID, SeriesInstanceUID: '' })
  );
  assert.deepStrictEqual(values(series, 'SeriesInstanceUID'), [SeriesInstanceUID]);
  const images = await send(
    requests.CFindRequest.createImageFindRequest({
      StudyInstanceUID,
      SeriesInstanceUID,
      SOPInstanceUID: '',
    })
  );
  const uids = all.map(one => one.getElement('SOPInstanceUID')).sort();
  assert.deepStrictEqual(values(images, 'SOPInstanceUID').sort(), uids);
  const none = requests.CFindRequest.createStudyFindRequest({ StudyInstanceUID: '1.2.3.4' });
  assert.deepStrictEqual(statuses(await send(none)), [Status.Success]);
}

/** The three levels of a retrieval, each with the number of objects that it is to bring. */
function levels(kind, [first], ...before) {
  const { StudyInstanceUID, SeriesInstanceUID, SOPInstanceUID } = first.getElements();
  const study = [...before, StudyInstanceUID];
  const series = [...study, SeriesInstanceUID];
  return [
    [kind.study(...study), files.length],
    [kind.series(...series), files.length],
    [kind.image(...series, SOPInstanceUID), 1],
  ];
}

async function moves(all) {
  const { CMoveRequest } = requests;
  const kind = {
    study: CMoveRequest.createStudyMoveRequest,
    series: CMoveRequest.createSeriesMoveRequest,
    image: CMoveRequest.createImageMoveRequest,
  };
  for (const [request, count] of levels(kind, all, 'NODE')) {
    const before = own.stored.length;
    const result = await send(request);
    assert.strictEqual(last(result).getStatus(), Status.Success);
    assert.strictEqual(last(result).getCompleted(), count);
    assert.strictEqual(last(result).getFailures() + last(result).getWarnings(), 0);
    assert.strictEqual(own.stored.length - before, count);
  }
  const study = all[0].getElement('StudyInstanceUID');
  const nowhere = CMoveRequest.createStudyMoveRequest('NOWHERE', study);
  assert.deepStrictEqual(statuses(await send(nowhere)), [0xa801]);
}

async function gets(all) {
  const { CGetRequest } = requests;
  const kind = {
    study: CGetRequest.createStudyGetRequest,
    series: CGetRequest.createSeriesGetRequest,
    image: CGetRequest.createImageGetRequest,
  };
  const contexts = [new association.PresentationContext(0, all[0].getElement('SOPClassUID'))];
  contexts[0].addTransferSyntaxUid(all[0].getTransferSyntaxUid());
  for (const [request, count] of levels(kind, all)) {
    const result = await send(request, { contexts });
    assert.strictEqual(last(result).getStatus(), Status.Success);
    assert.strictEqual(last(result).getCompleted(), count);
    assert.strictEqual(result.stored.length, count);
    assert.ok(result.stored.every(one => one.getElement('PixelData')));
  }
}

async function cancels([first]) {
  const { StudyInstanceUID } = first.getElements();
  const find = requests.CFindRequest.createStudyFindRequest({ StudyInstanceUID: '' });
  const found = await send(find, {}, client => find.once('response', () => client.cancel(find)));
  assert.ok([Status.Success, Status.Cancel].includes(last(found).getStatus()));
  const get = requests.CGetRequest.createStudyGetRequest(StudyInstanceUID);
  const got = await send(get, { delay: 200, onStore: client => client.cancel(get) });
  assert.strictEqual(last(got).getStatus(), Status.Cancel);
  assert.ok(last(got).getRemaining() > 0);
  const move = requests.CMoveRequest.createStudyMoveRequest('NODE', StudyInstanceUID);
  own.delay = 1000;
  const moved = await send(move, {}, client => (own.onStore = () => client.cancel(move)));
  own.delay = 0;
  own.onStore = () => {};
  assert.strictEqual(last(moved).getStatus(), Status.Cancel);
  assert.ok(last(moved).getRemaining() > 0);
}

function commitment(transaction, references) {
  const action = new requests.NActionRequest(COMMITMENT, COMMITMENT_INSTANCE, 1);
  action.setDataset(
    new Dataset({
      TransactionUID: transaction,
      ReferencedSOPSequence: references.map(([ReferencedSOPClassUID, ReferencedSOPInstanceUID]) => ({
        ReferencedSOPClassUID,
        ReferencedSOPInstanceUID,
      })),
    })
  );
  return action;
}

/** The report on objects, which comes on the association that waits for it, or on one to NODE. */
async function committed(transaction, references) {
  const waiting = { associationLingerTimeout: 2000 };
  const asked = await send(commitment(transaction, references), waiting);
  assert.deepStrictEqual(statuses(asked), [Status.Success]);
  return asked.reports[0] || own.report(transaction);
}

async function commits(all) {
  const references = all.map(one => [one.getElement('SOPClassUID'), one.getElement('SOPInstanceUID')]);
  const report = await committed('1.2.3.1', references);
  assert.strictEqual(report.getEventTypeId(), 1);
  assert.strictEqual(report.getDataset().getElement('TransactionUID'), '1.2.3.1');
  assert.strictEqual(report.getDataset().getElement('ReferencedSOPSequence').length, files.length);
  const later = await committed('1.2.3.2', [[references[0][0], '1.2.3.4']]);
  assert.strictEqual(later.getEventTypeId(), 2);
  const [failed] = later.getDataset().getElement('FailedSOPSequence');
  assert.strictEqual(failed.FailureReason, 0x0112);
}

/** Services that the archive does not offer are refused, and nothing else suffers. */
async function refusesOthers() {
  const { CFindRequest, NActionRequest, NCreateRequest, NDeleteRequest, NEventReportRequest } = requests;
  const { NGetRequest, NSetRequest } = requests;
  const step = SopClass.ModalityPerformedProcedureStep;
  for (const request of [
    CFindRequest.createWorklistFindRequest({ PatientName: '' }),
    new NCreateRequest(step, '1.2.3.4'),
    new NSetRequest(step, '1.2.3.4'),
  ]) {
    const { association, responses: answers } = await send(request);
    const [context] = association.getPresentationContexts();
    assert.strictEqual(
      association.getPresentationContext(context.id).getResult(),
      PresentationContextResult.RejectAbstractSyntaxNotSupported
    );
    assert.deepStrictEqual(answers, []);
  }
  const of = [COMMITMENT, COMMITMENT_INSTANCE];
  for (const [request, status] of [
    [new NGetRequest(...of), UNRECOGNIZED_OPERATION],
    [new NDeleteRequest(...of), UNRECOGNIZED_OPERATION],
    [new NActionRequest(...of, 2), NO_SUCH_ACTION_TYPE],
    [new NEventReportRequest(...of, 1), SOP_CLASS_NOT_SUPPORTED],
  ]) {
    assert.deepStrictEqual(statuses(await send(request)), [status]);
  }
}

async function negotiates() {
  const echo = () => new requests.CEchoRequest();
  const asyncOps = { maxAsyncOpsInvoked: 4, maxAsyncOpsPerformed: 1 };
  const many = await send([echo(), echo(), echo(), echo(), echo(), echo()], { asyncOps });
  assert.deepStrictEqual(statuses(many), Array(6).fill(Status.Success));
  assert.strictEqual(many.association.getMaxAsyncOpsInvoked(), 4);
  const userIdentity = {
    type: UserIdentityType.UsernameAndPasscode,
    positiveResponseRequested: true,
    primaryField: 'ann',
    secondaryField: 'a passcode',
  };
  const identified = await send(echo(), { userIdentity });
  assert.deepStrictEqual(statuses(identified), [Status.Success]);
  assert.ok(identified.association.getNegotiateUserIdentityServerResponse());
}

async function encrypts() {
  const ca = fs.readFileSync(certificate);
  const options = { port: tlsPort, securityOptions: { ca } };
  const result = await send(new requests.CEchoRequest(), options);
  assert.deepStrictEqual(statuses(result), [Status.Success]);
  const stranger = send(new requests.CEchoRequest(), { ...options, securityOptions: {} });
  await assert.rejects(stranger, /self-signed/);
}

async function aborts() {
  const find = requests.CFindRequest.createStudyFindRequest({ StudyInstanceUID: '' });
  // The archive closes the connection, which this program may notice when it writes its release
  const ended = await send(find, {}, client => find.once('response', () => client.abort())).then(
    () => 'closed',
    error => error.message
  );
  assert.match(ended, /closed|EPIPE|ECONNRESET/);
  await echoes();
}

async function main() {
  await own.listen(Number(ownPort));
  try {
    await echoes();
    console.log('echoed');
    const stored = await stores();
    console.log('stored');
    await finds(stored);
    console.log('found');
    await moves(stored);
    console.log('moved');
    await gets(stored);
    console.log('got');
    await cancels(stored);
    console.log('cancelled');
    await commits(stored);
    console.log('committed');
    await refusesOthers();
    console.log('refused others');
    await negotiates();
    console.log('negotiated');
    await aborts();
    console.log('aborted');
    await encrypts();
    console.log('encrypted');
  } finally {
    own.close();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
