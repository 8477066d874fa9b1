import type { QrSquares } from '../use-cases/print-form.js'

/** A QR code as one path of its dark squares: no picture to fetch, nothing inline but attributes. */
export const Qr = ({ squares, label }: { readonly squares: QrSquares; readonly label: string }) => {
  const size = squares.length
  const path = squares
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg class="ba-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" shape-rendering="crispEdges" d={path} />
    </svg>
  )
}
