import type { Text } from './text.js'

/** `CG-26-00001` is read as one word and must not be broken at its hyphens. */
export const inWords = (title: Text): Text =>
  typeof title === 'string'
    ? title
        .split(/(\S+-\d\S*)/)
        .map((part, index) => (index % 2 === 1 ? <span class="ba-nowrap">{part}</span> : part))
    : title
