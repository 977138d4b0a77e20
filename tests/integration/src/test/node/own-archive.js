'use strict';

const { EventEmitter, once } = require('node:events');
const { Scp, Server, responses, constants } = require('dcmjs-dimse');

const { Status, PresentationContextResult } = constants;

/** Where C-MOVE sends objects, and the archive its reports on storage commitment. */
class OwnArchive {
  constructor() {
    this.stored = [];
    this.delay = 0;
    this.onStore = () => {};
    this.reports = new Map();
    this.events = new EventEmitter();
  }

  async listen(port) {
    const archive = this;
    this.server = new Server(
      class extends Peer {
        constructor(...parameters) {
          super(...parameters);
          this.archive = archive;
        }
      }
    );
    const listening = new Promise(resolve => this.server.on('listening', resolve));
    this.server.listen(port);
    await listening;
  }

  /** The report on a transaction, which may still be to come. */
  async report(transaction) {
    while (!this.reports.has(transaction)) {
      await once(this.events, 'report');
    }
    return this.reports.get(transaction);
  }

  close() {
    this.server.close();
  }
}

class Peer extends Scp {
  associationRequested(association) {
    // One C-STORE at a time, so that a C-CANCEL finds something that is still to be sent
    association.setNegotiateAsyncOps(false);
    association.getPresentationContexts().forEach(({ id }) => {
      const context = association.getPresentationContext(id);
      context.setResult(PresentationContextResult.Accept, context.getTransferSyntaxUids()[0]);
    });
    this.sendAssociationAccept();
  }

  cStoreRequest(request, callback) {
    this.archive.stored.push(request.getAffectedSopInstanceUid());
    this.archive.onStore();
    this.succeed(responses.CStoreResponse, request, callback);
  }

  nEventReportRequest(request, callback) {
    this.archive.reports.set(request.getDataset().getElement('TransactionUID'), request);
    this.archive.events.emit('report');
    this.succeed(responses.NEventReportResponse, request, callback);
  }

  associationReleaseRequested() {
    this.sendAssociationReleaseResponse();
  }

  succeed(kind, request, callback) {
    const response = kind.fromRequest(request);
    response.setStatus(Status.Success);
    setTimeout(() => callback(response), this.archive.delay);
  }
}

module.exports = { OwnArchive };
