/** An error by class and code. Its message may quote what people wrote, so it goes nowhere. */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown error'
  const code = 'code' in error ? String(error.code) : ''
  const place =
    'constraint' in error && typeof error.constraint === 'string' ? ` ${error.constraint}` : ''
  return `${error.name} ${code}${place}`.trim().slice(0, 200)
}
