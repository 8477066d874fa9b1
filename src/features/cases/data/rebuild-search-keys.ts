import type pg from 'pg'
import { maskOf, sections, type Section } from '../../../platform/access/sections.js'
import { Sealer, SearchTokens, type WrappedKey } from '../../../platform/crypto/index.js'
import type { Keys } from '../../../platform/crypto/keys.js'
import { UnreadableSeal } from '../../../platform/crypto/unreadable-seal.js'
import type {
  IncidentContent,
  PersonIdentity,
  RelatedPerson,
  SafeContact,
} from '../domain/case-content.js'
import { storedKeys } from '../domain/search-keys.js'
import { incidentPlace, partPlace, personPlace } from './case-content.reader.js'
import {
  contactFoundBy,
  incidentFoundBy,
  relatedFoundBy,
  victimFoundBy,
  type FoundBy,
} from './findables.js'
import { sourceOf } from './search-keys.js'

/** How far it has come. */
export interface Rebuilt {
  /** Cases written anew since the beginning. */
  readonly written: number
  /** Cases that do not open, and keep the tokens they had. */
  readonly unreadable: readonly string[]
  /** The last case of the batch: from there it can go on after a fall. */
  readonly last: string
}

const nobody = '00000000-0000-0000-0000-000000000000'

// A writer touches the case first: whoever is writing is waited for, and nobody begins meanwhile.
const lock = 'SELECT id FROM cases WHERE id > $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE'

const read = `
  SELECT c.id,
         (SELECT json_agg(json_build_object('class', k.class, 'wrapped', encode(k.wrapped, 'base64')))
            FROM case_key k WHERE k.case_id = c.id AND k.class IN ('identity', 'general')) AS keys,
         (SELECT json_agg(json_build_object('id', p.id, 'isVictim', p.role = 'victim', 'bit', p.section,
                                            'sealed', encode(p.sealed, 'base64')))
            FROM person p WHERE p.case_id = c.id AND p.removed_at IS NULL) AS persons,
         (SELECT s.sealed FROM case_section s WHERE s.case_id = c.id AND s.section = 1) AS contact,
         (SELECT json_agg(json_build_object('id', i.id, 'sealed', encode(i.sealed, 'base64')))
            FROM incident i WHERE i.case_id = c.id AND i.removed_at IS NULL AND i.sealed IS NOT NULL)
           AS incidents
    FROM unnest($1::uuid[]) c (id)`

const write = `
  INSERT INTO search_key (key, case_id, scope, source, section, version)
  SELECT DISTINCT k.key, p.case_id, guard.search_scope(c.unit_id), p.source, p.section, $5::int
    FROM unnest($1::uuid[], $2::int[], $3::int[], $4::text[]) p (case_id, section, source, keys)
    JOIN cases c ON c.id = p.case_id, unnest(p.keys::bigint[]) k (key)`

const leaveTrace = `
  INSERT INTO audit_entry (actor_kind, action, case_id, subject_type, subject_id, sections, outcome)
  SELECT 'system', 'search.rebuild', c.id, 'case', c.id, $2, 'done' FROM unnest($1::uuid[]) c (id)`

const opened = maskOf(['identity', 'contact', 'family', 'incident'])

interface Row {
  readonly id: string
  readonly keys: readonly { readonly class: WrappedKey['class']; readonly wrapped: string }[] | null
  readonly persons:
    | readonly {
        readonly id: string
        readonly isVictim: boolean
        readonly bit: number
        readonly sealed: string
      }[]
    | null
  readonly contact: Buffer | null
  readonly incidents: readonly { readonly id: string; readonly sealed: string }[] | null
}

/**
 * Writes the tokens of all cases anew, as the owner of the database, batch by batch in a transaction
 * each. It opens names, numbers and accounts, and nothing else of a case; each case gets a line in the
 * trail. Run again it comes to the same; cut off, it goes on after the last case it told of.
 * @param owner connection of the database's owner
 */
export async function* rebuildSearchKeys(
  owner: pg.Client,
  keys: Keys,
  { after = nobody, batch = 500 }: { readonly after?: string; readonly batch?: number } = {},
): AsyncGenerator<Rebuilt> {
  const sealer = new Sealer(keys)
  const tokens = new SearchTokens(keys)
  const tokensOf = ({ findable }: FoundBy): string =>
    `{${storedKeys(findable)
      .map(({ kind, text }) => tokens.short(kind, text))
      .join(',')}}`
  let rebuilt: Rebuilt = { written: 0, unreadable: [], last: after }
  for (;;) {
    await owner.query('BEGIN')
    try {
      const { rows: locked } = await owner.query<{ id: string }>(lock, [rebuilt.last, batch])
      const last = locked.at(-1)
      if (last === undefined) {
        await owner.query('COMMIT')
        return
      }
      const { rows } = await owner.query<Row>(read, [locked.map(({ id }) => id)])
      const found = rows.map((row) => ({ id: row.id, places: placesOf(sealer, row) }))
      const readable = found.flatMap(({ id, places }) => (places === null ? [] : [{ id, places }]))
      const ids = readable.map(({ id }) => id)
      const places = readable.flatMap((one) =>
        one.places.map((place) => ({ caseId: one.id, place })),
      )
      await owner.query('DELETE FROM search_key WHERE case_id = ANY ($1::uuid[])', [ids])
      await owner.query(write, [
        places.map(({ caseId }) => caseId),
        places.map(({ place }) => sections.indexOf(place.section)),
        places.map(({ place }) => sourceOf(place.sourceId)),
        places.map(({ place }) => tokensOf(place)),
        tokens.version,
      ])
      await owner.query(leaveTrace, [ids, opened])
      await owner.query('COMMIT')
      rebuilt = {
        written: rebuilt.written + ids.length,
        unreadable: [
          ...rebuilt.unreadable,
          ...found.flatMap(({ id, places }) => (places === null ? [id] : [])),
        ],
        last: last.id,
      }
    } catch (error) {
      await owner.query('ROLLBACK').catch(() => undefined)
      throw error
    }
    yield rebuilt
  }
}

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64')

/** Where something can be found; null where the case does not open. */
const placesOf = (
  sealer: Sealer,
  { id, keys, persons, contact, incidents }: Row,
): FoundBy[] | null => {
  const ring = sealer.ofCase(
    id,
    (keys ?? []).map((key) => ({ class: key.class, wrapped: bytes(key.wrapped) })),
  )
  try {
    return [
      ...(persons ?? []).map(({ id: personId, isVictim, bit, sealed }) => {
        const section = sectionOf(bit)
        const place = personPlace(personId, section)
        return isVictim
          ? victimFoundBy(personId, section, ring.open<PersonIdentity>(bytes(sealed), place))
          : relatedFoundBy(personId, section, ring.open<RelatedPerson>(bytes(sealed), place))
      }),
      ...(contact === null
        ? []
        : [contactFoundBy(ring.open<SafeContact>(contact, partPlace(id, 'contact')))]),
      ...(incidents ?? []).map(({ id: incidentId, sealed }) =>
        incidentFoundBy(
          incidentId,
          ring.open<IncidentContent>(bytes(sealed), incidentPlace(incidentId)),
        ),
      ),
    ]
  } catch (error) {
    if (error instanceof UnreadableSeal) return null
    throw error
  }
}

const sectionOf = (bit: number): Section => {
  const section = sections[bit]
  if (section === undefined) throw new RangeError(`no section with bit ${bit}`)
  return section
}
