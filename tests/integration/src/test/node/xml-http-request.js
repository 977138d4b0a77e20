'use strict';

/** As much of XMLHttpRequest as dicomweb-client uses, on Node's fetch. */
class XMLHttpRequest {
  constructor() {
    this.headers = {};
    this.readyState = 0;
    this.responseType = '';
    this.status = 0;
  }

  open(method, url) {
    this.method = method.toUpperCase();
    this.url = url;
  }

  setRequestHeader(name, value) {
    this.headers[name] = value;
  }

  getResponseHeader(name) {
    return this.responseHeaders.get(name);
  }

  getAllResponseHeaders() {
    return [...this.responseHeaders].map(([name, value]) => `${name}: ${value}`).join('\r\n');
  }

  async send(body) {
    try {
      const { method, headers } = this;
      const response = await fetch(this.url, { method, headers, body });
      this.responseHeaders = response.headers;
      this.status = response.status;
      this.response = await this.read(response);
    } catch (error) {
      this.error = error;
    }
    this.readyState = 4;
    this.onreadystatechange();
  }

  async read(response) {
    if (this.responseType === 'arraybuffer' && response.ok) {
      return response.arrayBuffer();
    }
    const text = await response.text();
    return this.responseType === 'json' && text !== '' ? JSON.parse(text) : text;
  }
}

module.exports = { XMLHttpRequest };
