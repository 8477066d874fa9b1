import type { ComponentChildren } from 'preact'
import { isPresent } from './text.js'

interface ColumnsProps {
  readonly children: ComponentChildren
  /** Stays in sight: on top on a phone, beside the content elsewhere. For the safe contact. */
  readonly notice?: ComponentChildren
  /** Read before anything is done: after the notice on a phone. Without links, for it moves in sight only. */
  readonly lead?: ComponentChildren
  readonly aside?: ComponentChildren
}

/** The content, with what goes along with it at its side. */
export const Columns = ({ children, notice, lead, aside }: ColumnsProps) => (
  <div class="ba-columns">
    <div class="ba-columns__main">{children}</div>
    {[notice, lead, aside].some(isPresent) && (
      <div class="ba-columns__side">
        {notice && <div class="ba-columns__notice">{notice}</div>}
        {lead && <div class="ba-columns__lead">{lead}</div>}
        {aside && <div class="ba-columns__aside">{aside}</div>}
      </div>
    )}
  </div>
)

/** Two cards side by side where there is room, the first somewhat wider. */
export const Pair = ({ children }: { children: ComponentChildren }) => (
  <div class="ba-pair">{children}</div>
)
