import { sections } from '../../../src/platform/access/sections.js'
import type { ApiAnswer, ApiClient } from '../../support/api-client.js'

interface Behind {
  readonly caseId: string
  readonly consentId: string
  readonly referralId: string
}

/** Every way to ask for something of one case, with a body that would be taken from who may. */
const doors: Readonly<Record<string, (api: ApiClient, behind: Behind) => Promise<ApiAnswer>>> = {
  'GET case': (api, { caseId }) => api.get(`/cases/${caseId}`),
  'PATCH case': (api, { caseId }) =>
    api.patch(`/cases/${caseId}`, { riskLevel: 'low' }, { ifMatch: 1 }),
  ...Object.fromEntries(
    sections.map((section) => [
      `GET section ${section}`,
      (api: ApiClient, { caseId }: Behind) => api.get(`/cases/${caseId}/sections/${section}`),
    ]),
  ),
  'PUT section contact': (api, { caseId }) =>
    api.put(`/cases/${caseId}/sections/contact`, { channels: ['call'] }, { ifMatch: 1 }),
  'PUT section legal': (api, { caseId }) =>
    api.put(`/cases/${caseId}/sections/legal`, { notes: 'Đơn.' }, { ifMatch: 0 }),
  'GET consents': (api, { caseId }) => api.get(`/cases/${caseId}/consents`),
  'POST consent': (api, { caseId }) =>
    api.post(`/cases/${caseId}/consents`, {
      recipientUnitId: caseId,
      sections: ['identity'],
      purposes: ['services'],
      selfAnswer: 'agrees',
      mode: 'verbal',
      explained: true,
      until: new Date().toISOString().slice(0, 10),
    }),
  'POST withdraw': (api, { caseId, consentId }) =>
    api.post(`/cases/${caseId}/consents/${consentId}/withdraw`),
  'POST narrow': (api, { caseId, consentId }) =>
    api.post(`/cases/${caseId}/consents/${consentId}/narrow`, { keep: ['identity'] }),
  'GET effects': (api, { caseId, consentId }) =>
    api.get(`/cases/${caseId}/consents/${consentId}/effects`),
  'GET duty reports': (api, { caseId }) => api.get(`/cases/${caseId}/duty-reports`),
  'POST duty report': (api, { caseId }) =>
    api.post(`/cases/${caseId}/duty-reports`, {
      duty: 'child_abuse',
      authority: 'hotline_111',
      article: 'Điều 51',
      sections: ['identity'],
      reason: 'Lý do',
      facts: 'Sự việc',
      personInformed: true,
    }),
  'POST referral': (api, { caseId }) =>
    api.post(`/cases/${caseId}/referrals`, {
      service: 'PSS_BASIC',
      urgency: 'urgent',
      need: 'Cần tư vấn',
    }),
  'GET referral': (api, { referralId }) => api.get(`/referrals/${referralId}`),
  'PATCH referral': (api, { referralId }) =>
    api.patch(`/referrals/${referralId}`, { urgency: 'normal' }, { ifMatch: 4 }),
  ...Object.fromEntries(
    Object.entries({
      send: {},
      cancel: { reason: 'no_longer_needed' },
      claim: {},
      release: {},
      accept: {},
      reject: { reason: 'no_capacity' },
      start: {},
      complete: { outcome: 'given_in_full', text: 'Xong' },
      fail: { reason: 'contact_lost' },
      confirm: { received: 'yes', safe: 'yes', helpful: 'yes' },
      'share-more': { sections: ['safety'] },
      'ask-for-more': { sections: ['safety'], reason: 'Lý do' },
      'decline-more': { note: 'Lý do' },
    }).map(([move, body]) => [
      `POST ${move}`,
      (api: ApiClient, { referralId }: Behind) =>
        api.post(`/referrals/${referralId}/${move}`, body, { ifMatch: 4 }),
    ]),
  ),
}

const nothing: Behind = {
  caseId: '3f0c1a52-7d2e-4c1b-9a55-2b8f4c0d9e11',
  consentId: '3f0c1a52-7d2e-4c1b-9a55-2b8f4c0d9e12',
  referralId: '3f0c1a52-7d2e-4c1b-9a55-2b8f4c0d9e13',
}

// What the asker could tell two answers apart by; the time of day is not of the case.
const asSeen = ({ status, headers, text }: ApiAnswer): object => ({
  status,
  headers: { ...headers, date: undefined },
  text,
})

/** What somebody sees at each door of a case, and what they would see were nothing there. */
export const knockAtAll = async (
  api: ApiClient,
  behind: Behind,
): Promise<{ door: string; status: number; seen: object; expected: object }[]> => {
  const found = []
  for (const [door, knock] of Object.entries(doors)) {
    const real = await knock(api, behind)
    found.push({
      door,
      status: real.status,
      seen: asSeen(real),
      expected: asSeen(await knock(api, nothing)),
    })
  }
  return found
}
