// Serves a peer: node scp.js PORT. C-FIND is answered by three matches, C-GET by one C-STORE of FILE,
// N-ACTION and N-CREATE by success.
'use strict';
const { Dataset, Scp, Server, requests, responses, constants, log } = require('dcmjs-dimse');
log.level = 'error';

const [port, file] = process.argv.slice(2);
const { Status, PresentationContextResult } = constants;

class Peer extends Scp {
  associationRequested(association) {
    association.getPresentationContexts().forEach((entry) => {
      const context = association.getPresentationContext(entry.id);
      const syntaxes = context.getTransferSyntaxUids();
      context.setResult(PresentationContextResult.Accept, syntaxes[0]);
    });
    this.sendAssociationAccept();
  }

  cEchoRequest(request, callback) {
    callback(this.succeed(responses.CEchoResponse, request));
  }

  cStoreRequest(request, callback) {
    const complete = request.getDataset().getElement('PixelData') !== undefined;
    const response = this.succeed(responses.CStoreResponse, request);
    response.setStatus(complete ? Status.Success : Status.ProcessingFailure);
    callback(response);
  }

  cFindRequest(request, callback) {
    const all = [];
    for (let number = 1; number <= 3; number++) {
      const pending = responses.CFindResponse.fromRequest(request);
      pending.setDataset(new Dataset({ SOPInstanceUID: '1.2.3.' + number }));
      pending.setStatus(Status.Pending);
      all.push(pending);
    }
    all.push(this.succeed(responses.CFindResponse, request));
    callback(all);
  }

  cGetRequest(request, callback) {
    const store = new requests.CStoreRequest(file);
    this.sendRequests(store);
    store.on('done', () => callback([this.succeed(responses.CGetResponse, request)]));
  }

  nCreateRequest(request, callback) {
    callback(this.succeed(responses.NCreateResponse, request));
  }

  nActionRequest(request, callback) {
    callback(this.succeed(responses.NActionResponse, request));
  }

  associationReleaseRequested() {
    this.sendAssociationReleaseResponse();
  }

  succeed(kind, request) {
    const response = kind.fromRequest(request);
    response.setStatus(Status.Success);
    return response;
  }
}

const server = new Server(Peer);
server.listen(Number(port));
