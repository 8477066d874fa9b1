import { parseArgs } from 'node:util'
import { commands } from './commands/index.js'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const help = (): void => {
  say('npm run cli -- <command> [options]\n')
  for (const [name, { summary }] of Object.entries(commands)) say(`  ${name.padEnd(24)}${summary}`)
}

const main = async (): Promise<number> => {
  const [name = '', ...rest] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    help()
    return name === '' || name === '--help' ? 0 : 2
  }
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { ...command.options, help: { type: 'boolean' } },
  })
  if (values['help'] === true) {
    say(`${name} – ${command.summary}\n\n${command.usage}`)
    return 0
  }
  return command.run({ values, positionals, say })
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
