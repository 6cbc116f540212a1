import { Screen } from '../ui/Screen.tsx'
import { Colleagues } from './Colleagues.tsx'
import { OwnCard } from './OwnCard.tsx'
import { Signers } from './signers/Signers.tsx'

/** Whom bundles are encrypted for, and whose signatures are believed: words of keys, to be compared by voice. */
export function KeysScreen() {
  return (
    <Screen
      title="Keys of colleagues"
      subtitle="Whoever sends a key may not be who they say: compare its words by voice, at a number that you know."
    >
      <OwnCard />
      <Colleagues />
      <Signers />
    </Screen>
  )
}
