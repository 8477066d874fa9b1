// Sources are written with the `.js` endings that Node's ESM loader wants; the files are TypeScript.
const { existsSync } = require('node:fs')
const { resolve } = require('node:path')

// ES modules that packages of ours `require`. Node can do that, Jest cannot before Node 24.9: these it
// gets through Node itself.
const requiredModules = ['content-disposition', 'cookie']

module.exports = (path, options) => {
  if (path.startsWith('.') && path.endsWith('.js') && !options.basedir.includes('node_modules')) {
    const stem = resolve(options.basedir, path.slice(0, -3))
    const source = [`${stem}.ts`, `${stem}.tsx`].find((file) => existsSync(file))
    if (source !== undefined) return source
  }
  if (requiredModules.includes(path) && options.conditions?.includes('require'))
    return resolve(__dirname, 'required', `${path}.cjs`)
  return options.defaultResolver(path, options)
}
