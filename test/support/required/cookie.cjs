const { createRequire } = process.getBuiltinModule('node:module')

module.exports = createRequire(__filename)('cookie')
