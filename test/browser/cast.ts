import type { TestWorker, World } from '../support/world.js'

/** Who takes part in the story, and who must not learn of it. */
export interface Cast {
  /** Child protection, Đà Nẵng. */
  readonly sender: TestWorker
  readonly sendersSupervisor: TestWorker
  /** Women's services, Đà Nẵng. */
  readonly receiver: TestWorker
  readonly receiversSupervisor: TestWorker
  readonly police: TestWorker
  /** Women's services, Hà Nội. */
  readonly otherWomensUnit: TestWorker
  readonly auditor: TestWorker
}

/** A cast of its own, told apart by the flower in its units' names: stories on one database never meet. */
export const aCast = async (given: World, flower: string): Promise<Cast> => {
  const children = await given.aUnit('child-protection', { name: `Tổ Bảo vệ trẻ em ${flower}` })
  const women = await given.aUnit('womens-services', {
    name: `Nhà ${flower}, Đà Nẵng`,
    services: ['MHPSS_FOCUSED', 'LEGAL'],
    minAge: 16,
    sexes: ['female'],
    hours: { always: true },
  })
  const otherWomen = await given.aUnit('womens-services', {
    name: `Nhà ${flower}, Hà Nội`,
    provinceCode: '01',
    services: ['MHPSS_FOCUSED'],
  })
  const police = await given.aUnit('police', { name: `Đội ${flower}` })
  const oversight = await given.aUnit('hotline', { name: 'Văn phòng Giám sát' })
  return {
    sender: await given.aWorker(children, ['caseworker'], 'Lê Thị Hạnh'),
    sendersSupervisor: await given.aWorker(children, ['supervisor'], 'Phan Văn Tín'),
    receiver: await given.aWorker(women, ['caseworker'], 'Hoàng Thị Sen'),
    receiversSupervisor: await given.aWorker(women, ['supervisor'], 'Vũ Thị Ngân'),
    police: await given.aWorker(police, ['caseworker'], 'Đặng Văn Khôi'),
    otherWomensUnit: await given.aWorker(otherWomen, ['caseworker'], 'Bùi Thị Liên'),
    auditor: await given.aWorker(oversight, ['auditor'], 'Mai Đức Thắng'),
  }
}
