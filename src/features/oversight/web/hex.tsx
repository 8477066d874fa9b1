import { Fragment } from 'preact'

/** A long hexadecimal text that may break where it must, and is copied whole. */
export const Hex = ({ text }: { text: string }) => (
  <code>
    {(text.match(/.{1,8}/g) ?? []).map((part) => (
      <Fragment>
        {part}
        <wbr />
      </Fragment>
    ))}
  </code>
)
