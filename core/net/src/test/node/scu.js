// Requests services of a peer: node scu.js PORT OPERATION [FILE|UID]; prints one line of JSON.
'use strict';
const { Client, requests, responses, constants, log } = require('dcmjs-dimse');
log.level = 'error';

const [port, operation, argument] = process.argv.slice(2);
const result = { statuses: [], datasets: 0, stored: 0, error: null };

function make() {
  switch (operation) {
    case 'echo':
      return new requests.CEchoRequest();
    case 'store':
      return new requests.CStoreRequest(argument);
    case 'find':
      return requests.CFindRequest.createImageFindRequest({ SOPInstanceUID: '' });
    case 'move':
      return requests.CMoveRequest.createStudyMoveRequest('DEST', argument);
    case 'get':
      return requests.CGetRequest.createStudyGetRequest(argument);
    default:
      throw new Error('No such operation: ' + operation);
  }
}

const request = make();
request.on('response', (response) => {
  result.statuses.push(response.getStatus());
  if (response.hasDataset()) {
    result.datasets++;
  }
});
const client = new Client();
client.on('cStoreRequest', (store, callback) => {
  result.stored++;
  const response = responses.CStoreResponse.fromRequest(store);
  response.setStatus(constants.Status.Success);
  callback(response);
});
client.on('networkError', (error) => {
  result.error = String(error);
});
client.on('associationRejected', (rejection) => {
  result.error = 'rejected ' + rejection.reason;
});
client.on('closed', () => {
  console.log(JSON.stringify(result));
  process.exit(0);
});
client.addRequest(request);
client.send('127.0.0.1', Number(port), 'NODE', 'LUCINA');
