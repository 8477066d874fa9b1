import type { Words } from '../../../../platform/i18n/index.js'

/** The same words in Vietnamese, English and French, in the order they are thought of. */
export const say = (vi: string, en: string, fr: string): Words => ({ vi, en, fr })
