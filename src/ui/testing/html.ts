import { h, type VNode } from 'preact'
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import type { Text } from '../components/text.js'

type Node = DefaultTreeAdapterTypes.ChildNode

/** HTML as a browser understands it: attributes in order, white space that nobody sees left out. */
export type HtmlTree =
  string | { readonly tag: string; readonly attributes: object; readonly children: HtmlTree[] }

const inline = new Set(['a', 'abbr', 'b', 'br', 'code', 'em', 'label', 'span', 'strong'])

const isInline = (node: Node | undefined): boolean =>
  node !== undefined && tree.isElementNode(node) && inline.has(node.tagName)

// White space between words and an inline element separates words; next to a block it is only layout.
const seenText = (text: string, before: Node | undefined, after: Node | undefined): string => {
  const collapsed = text.replace(/\s+/g, ' ')
  if (collapsed.trim() === '') return ''
  const left = isInline(before) ? collapsed : collapsed.trimStart()
  return isInline(after) ? left : left.trimEnd()
}

const readAttributes = (element: DefaultTreeAdapterTypes.Element): object =>
  Object.fromEntries(
    element.attrs
      .map(({ name, value }): [string, string] => [
        name,
        name === 'class' ? value.split(/\s+/).filter(Boolean).join(' ') : value,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const readNodes = (nodes: readonly Node[], isVerbatim: boolean): HtmlTree[] =>
  nodes.flatMap((node, index): HtmlTree[] => {
    if (tree.isTextNode(node)) {
      const text = isVerbatim
        ? node.value
        : seenText(node.value, nodes[index - 1], nodes[index + 1])
      return text === '' ? [] : [text]
    }
    if (!tree.isElementNode(node)) return []
    const children = readNodes(node.childNodes, isVerbatim || node.tagName === 'textarea')
    return [{ tag: node.tagName, attributes: readAttributes(node), children }]
  })

export const readHtml = (html: string): HtmlTree[] =>
  readNodes(parseFragment(html).childNodes, false)

const toMarkup = (node: Node): VNode | string => {
  if (tree.isTextNode(node)) return node.value
  if (!tree.isElementNode(node)) return ''
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return h(node.tagName, attributes, ...node.childNodes.map(toMarkup))
}

/** HTML as the markup a page would pass to a component. */
export const markup = (html: string): Text => parseFragment(html.trim()).childNodes.map(toMarkup)
