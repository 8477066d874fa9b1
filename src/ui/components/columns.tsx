import type { ComponentChildren } from 'preact'
import { isPresent } from './text.js'

interface ColumnsProps {
  readonly children: ComponentChildren
  /** Stays in sight: on top on a phone, beside the content elsewhere. For the safe contact. */
  readonly notice?: ComponentChildren
  readonly aside?: ComponentChildren
}

/** The content, with what goes along with it at its side. */
export const Columns = ({ children, notice, aside }: ColumnsProps) => (
  <div class="ba-columns">
    <div class="ba-columns__main">{children}</div>
    {[notice, aside].some(isPresent) && (
      <div class="ba-columns__side">
        {notice && <div class="ba-columns__notice">{notice}</div>}
        {aside && <div class="ba-columns__aside">{aside}</div>}
      </div>
    )}
  </div>
)

/** Two cards side by side where there is room, the first somewhat wider. */
export const Pair = ({ children }: { children: ComponentChildren }) => (
  <div class="ba-pair">{children}</div>
)
