import { servicesOf } from '../../../src/features/directory/index.js'
import type { TestApp } from '../../support/app.js'
import type { TestUnit, TestWorker } from '../../support/world.js'

/** A name that only those may read whom it is shared with. */
export const girlsName = 'Trần Thị Mai'

/** A girl of 16 who is extorted with her pictures, as the API takes it. */
export const girlsIntake = {
  person: {
    name: girlsName,
    statedAge: 16,
    sex: 'female',
    provinceCode: '48',
    commune: 'Phường Hải Châu',
    address: '12 Nguyễn Du',
  },
  safeContact: { channels: ['message'], phone: '0905 000 111', codeWord: 'tiệm may' },
  incident: {
    type: 'csea.sextortion_sexual',
    ongoing: true,
    platform: 'Zalo',
    narrative: 'Bị đe doạ phát tán ảnh.',
  },
  allegedPerpetrator: { accounts: '@thuyen_dem' },
  caregiver: { state: 'known', person: { name: 'Trần Thị Hoa', relationship: 'mẹ' } },
  risk: { assessed: 'medium', reasons: ['active_sextortion'], immediateDanger: false },
}

const inAMonth = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

/** Agreed to by the girl and her mother, for a month. */
export const girlsConsent = (recipientUnitId: string, sections: readonly string[]): object => ({
  recipientUnitId,
  sections,
  purposes: ['services', 'sharing'],
  selfAnswer: 'agrees',
  representativeAnswer: 'agrees',
  mode: 'verbal',
  explained: true,
  representative: { name: 'Trần Thị Hoa', relation: 'mother' },
  until: inAMonth(),
})

/** Everybody who has a part in the story of one referral, or must have none. */
export interface StoryCast {
  readonly childProtection: TestUnit
  readonly womens: TestUnit
  readonly sender: TestWorker
  readonly receiver: TestWorker
  readonly receivingSupervisor: TestWorker
  readonly auditor: TestWorker
  /** By the words for who they are. */
  readonly outsiders: Readonly<Record<string, TestWorker>>
}

export const castOf = async ({ given }: TestApp): Promise<StoryCast> => {
  const childProtection = await given.aUnit('child-protection')
  const womens = await given.aUnit('womens-services', { services: servicesOf('womens-services') })
  const otherWomens = await given.aUnit('womens-services', {
    services: servicesOf('womens-services'),
  })
  const police = await given.aUnit('police')
  return {
    childProtection,
    womens,
    sender: await given.aWorker(childProtection, ['caseworker'], 'Lê Thị Gửi'),
    receiver: await given.aWorker(womens, ['caseworker'], 'Phạm Thị Nhận'),
    receivingSupervisor: await given.aWorker(womens, ['supervisor'], 'Võ Thị Giám Sát'),
    auditor: await given.aWorker(police, ['auditor'], 'Hồ Kiểm Tra'),
    outsiders: {
      'police officer': await given.aWorker(police),
      'caseworker of another women’s unit': await given.aWorker(otherWomens),
      'supervisor of another women’s unit': await given.aWorker(otherWomens, ['supervisor']),
      'colleague of the sender': await given.aWorker(childProtection),
      'administrator of the sending unit': await given.aWorker(childProtection, ['unit-admin']),
      'administrator of the receiving unit': await given.aWorker(womens, ['unit-admin']),
      'administrator of the system': await given.aWorker(police, ['system-admin']),
      auditor: await given.aWorker(womens, ['auditor']),
      coordinator: await given.aWorker(womens, ['coordinator']),
    },
  }
}
