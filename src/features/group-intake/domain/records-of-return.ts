import type { FormValues } from '../../forms/index.js'
import type { GroupFacts, GroupIncident } from './group-facts.js'

// HTCDS; see the incident types. What is not exploitation yet has none.
const exploitationOf: Readonly<Partial<Record<GroupIncident, string>>> = {
  'tip.forced_criminality_scam': 'x_ForcedCriminality',
  'tip.forced_criminality_other': 'x_ForcedCriminality',
  'tip.forced_labour': 'ForcedLabour',
  'tip.sexual_exploitation': 'SexualExploitation',
  'tip.forced_marriage': 'ForcedMarriage',
  'tip.servitude': 'Servitude',
  'tip.begging': 'ForcedBegging',
  'tip.organ_removal': 'OrganRemoval',
}

/** What a group says of each of its people, as the forms of the section on reintegration ask it. */
export const recordsOfReturn = ({
  number,
  incidentType,
  country,
  receivedOn,
  place,
  identification,
}: GroupFacts & { readonly number: string }): {
  readonly form: string
  readonly values: FormValues
}[] => {
  const known = country === null ? {} : { country }
  const exploitation = exploitationOf[incidentType]
  return [
    {
      form: 'reception',
      values: {
        receivedOn,
        ...known,
        ...(place === null ? {} : { borderGate: place.slice(0, 200) }),
        group: number,
      },
    },
    {
      form: 'victim-status',
      values: {
        status:
          identification === 'presumed'
            ? 'PossibleVictimOfTrafficking'
            : 'ActualVictimOfTrafficking',
        decidedOn: receivedOn,
      },
    },
    ...(exploitation === undefined
      ? []
      : [{ form: 'trafficking', values: { exploitation: [exploitation], ...known } }]),
  ]
}
