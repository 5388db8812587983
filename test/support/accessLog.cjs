// Preloaded into a program: notes the modules it loads, the files of credentials it touches and the connections it opens, and
// writes them to the file that ACCESS_LOG names when the program ends.
const fs = require('node:fs');
const Module = require('node:module');
const net = require('node:net');

const seen = { modules: [], credentials: [], connections: 0 };

const load = Module._load;
Module._load = function (name, ...rest) {
  seen.modules.push(String(name));
  return load.call(this, name, ...rest);
};

for (const place of [fs, fs.promises]) {
  for (const [name, original] of Object.entries(place)) {
    if (typeof original !== 'function' || /^[A-Z]/.test(name)) continue;
    place[name] = Object.assign(function (path, ...rest) {
      if (/\.aliyun|\.alibabacloud/.test(String(path))) seen.credentials.push(String(path));
      return original.call(this, path, ...rest);
    }, original);
  }
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...rest) {
  seen.connections += 1;
  return connect.apply(this, rest);
};

const { writeFileSync } = fs;
process.on('exit', () => writeFileSync(process.env.ACCESS_LOG, JSON.stringify(seen)));
