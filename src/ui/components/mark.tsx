/** The mark: a sun over water, the shore in sight. */
export const Mark = ({ size = 30 }: { size?: number }) => (
  <svg
    class="ba-header__mark"
    width={size}
    height={size}
    viewBox="0 0 32 32"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="32" height="32" rx="8" fill="#1f5f5b" />
    <g fill="none" stroke-width="2.6" stroke-linecap="round">
      <path d="M9.500 16.500a6.500 6.500 0 0 1 13 0" stroke="#f2c14e" />
      <path d="M5.500 22c3-3.400 6-3.400 9-.6s6.500 2.800 12-.9" stroke="#fff" />
    </g>
  </svg>
)
