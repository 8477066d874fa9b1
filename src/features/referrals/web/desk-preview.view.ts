import { localTimeOf } from '../../../platform/clock/local-time.js'
import { provinceOn } from '../../directory/index.js'
import type { DeskPreview } from '../use-cases/desk-preview.js'

/** The preview with its place in words. */
export interface DeskPreviewView extends DeskPreview {
  readonly place: string | null
}

/** @param now decides under which names provinces go */
export const deskPreviewView = (preview: DeskPreview, now: Date): DeskPreviewView => {
  const { commune, provinceCode } = preview
  const province =
    provinceCode === null
      ? null
      : (provinceOn(provinceCode, localTimeOf(now).date)?.name ?? provinceCode)
  const parts = [commune, province].filter((part) => part !== null)
  return { ...preview, place: parts.length === 0 ? null : parts.join(', ') }
}
