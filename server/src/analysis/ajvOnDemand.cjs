// CommonJS, since `import` would evaluate the library at every start, and most programs end without it.
exports.loadAjv = () => require('ajv');
