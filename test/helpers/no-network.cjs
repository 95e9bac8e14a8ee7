/*
 * Loaded into a process, and its workers, before anything else (`node --require`): whoever wants to reach a network, or
 * to be reached, is written down in the file that SUPERVISION_LENS_NETWORK_LOG names, and refused.
 */
const { appendFileSync } = require('node:fs');
const { threadId } = require('node:worker_threads');

const log = process.env.SUPERVISION_LENS_NETWORK_LOG;
const refuse = (name) =>
  function refused() {
    appendFileSync(log, `${name}\n`);
    throw new Error(`No network here: ${name}.`);
  };
const refuseAll = (module, names) => {
  for (const name of names) require(module)[name] = refuse(`${module} ${name}`);
};
const net = require('node:net');
net.Socket.prototype.connect = refuse('net connect');
net.Server.prototype.listen = refuse('net listen');
refuseAll('node:net', ['connect', 'createConnection']);
refuseAll('node:tls', ['connect']);
refuseAll('node:dgram', ['createSocket']);
refuseAll('node:http', ['request', 'get']);
refuseAll('node:https', ['request', 'get']);
refuseAll('node:http2', ['connect']);
refuseAll('node:dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']);
refuseAll('node:dns/promises', ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']);
globalThis.fetch = refuse('fetch');
globalThis.WebSocket = refuse('WebSocket');
require('node:module').syncBuiltinESMExports();
appendFileSync(log, threadId === 0 ? 'loaded\n' : 'loaded in a worker\n');
