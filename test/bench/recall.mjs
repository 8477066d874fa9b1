// How many of the people who are looked for under a misspelt name are on the first page of a search.

const asked = 30

const search = async (port, token, query) => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/cases/search`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  if (!answer.ok) throw new Error(`the search answered ${answer.status}`)
  return (await answer.json()).items
}

/**
 * One line for each way of misspelling and each kind of asker: in how many of 100 searches the very person
 * is shown, and in how many that one or another of the very same name.
 * @param port of the service
 * @param actors as the database was generated with
 * @param words `misspellings`, `misspelt`, `chanceFrom` and `madeUpPerson` of test/support
 */
export const recallLines = async (
  port,
  actors,
  { misspellings, misspelt, chanceFrom, madeUpPerson },
) => {
  const personOf = ({ number }) => madeUpPerson(Number(number.replace('BENCH-', '')))
  const lines = []
  for (const [asker, tokenOf] of [
    ['caseworker', ({ token }) => token],
    ['supervisor', ({ supervisorToken }) => supervisorToken],
  ])
    for (const kind of misspellings) {
      let searches = 0
      let found = 0
      let named = 0
      for (const actor of actors)
        for (let n = 0; n < asked; n++) {
          const person = actor.people[(n * 37) % actor.people.length]
          const typed = misspelt(kind, person.name, chanceFrom(n + 1))
          if (typed === null) continue
          const shown = (await search(port, tokenOf(actor), typed)).map(personOf)
          searches += 1
          if (shown.some(({ phone }) => phone === person.phone)) found += 1
          if (shown.some(({ name }) => name === person.name)) named += 1
        }
      const of100 = (count) => ((100 * count) / searches).toFixed(1).padStart(5)
      lines.push(
        `${asker}  ${kind.padEnd(16)} ${of100(found)} % found, ${of100(named)} % somebody of that name, of ${searches}`,
      )
    }
  return lines
}
