import type { ClientBase } from 'pg'
import { importPlaces, type PlacesImported } from '../use-cases/import-places.js'

/**
 * A made-up list: names and codes stand for nothing on any map. In Đà Nẵng of today the ward Bến Mơ took
 * in Bến Cũ and, from what was Quảng Nam, the township Gò Sương; the commune Đồng Chia was divided.
 */
export const fictionalList = `code,province,kind,name_vi,name_en,valid_from,valid_until,replaced_by
99001,48,phường,Phường Bến Mơ,Dream Landing,2025-07-01,,
99002,48,xã,Đồi Sương,,2025-07-01,,
99003,48,xã,Đồi Sường,,2025-07-01,,
99004,48,đặc khu,Đảo Hạc,,2025-07-01,,
99101,48,phường,Bến Cũ,,2010-01-01,2025-06-30,99001
99102,49,thị trấn,Gò Sương,,2010-01-01,2025-06-30,99001
99103,48,xã,Đồng Chia,,2010-01-01,2025-06-30,99001 99002
99201,15,xã,Suối Lam,,2025-07-01,,
99202,15,xã,Đèo Bạc,,2010-01-01,2025-06-30,99201
`

/** Brings in a list as the command does, on a day long past. */
export const aList = (owner: ClientBase, text: string = fictionalList): Promise<PlacesImported> =>
  importPlaces(owner, Buffer.from(text), { at: new Date('2026-02-03T02:00:00Z'), isDryRun: false })
