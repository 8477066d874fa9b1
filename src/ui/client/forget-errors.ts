const complaints = '.govuk-error-summary, .govuk-error-message'
const marks = ['govuk-form-group--error', 'govuk-input--error', 'govuk-select--error']

/**
 * A form that is answered by a file leaves the page as it was: what was complained of before is no longer
 * true then. Where there is something new to complain of, a new page says so.
 */
export const startForgettingErrors = (): void => {
  document.addEventListener('submit', ({ target, defaultPrevented }) => {
    if (!(target instanceof HTMLFormElement) || defaultPrevented) return
    if (target.dataset['file'] === undefined) return
    for (const complaint of document.querySelectorAll(complaints)) complaint.remove()
    for (const mark of marks)
      for (const field of target.querySelectorAll(`.${mark}`)) field.classList.remove(mark)
  })
}
