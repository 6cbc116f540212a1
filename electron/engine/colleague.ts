import { showAgain } from '../../db/hiddenRow.ts'
import type { Colleague, colleagueContract, KeyCard } from '../../shared/contract/colleague.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, hide, update } from '../../shared/journal/change.ts'
import { recipientWords } from './bundle/identities.ts'
import { readPublicKey } from './bundle/sshPublicKey.ts'
import { keyCard, readKeyCard, writeKeyCard } from './colleague/keyCard.ts'
import { isRecipient, ownIdentity } from './colleague/ownIdentity.ts'
import { exportFile } from './exportFile.ts'
import type { Handlers, QueryContext } from './handler.ts'
import { signerChanges } from './signer/save.ts'
import { readSmallFile } from './smallFile.ts'
import { storeScope } from './teamMember.ts'

const longestCard = 16 * 1024

export const colleague: Handlers<typeof colleagueContract> = {
  'colleague.ownCard': (_params, context) => ownCard(context),

  'colleague.exportCard': async (params, context) => {
    const file = context.resolvePath(params.file)
    await exportFile(file, [Buffer.from(writeKeyCard(ownCard(context)), 'utf8')], context.signal)
    return { file }
  },

  'colleague.readCard': async ({ file }, { resolvePath }) =>
    readKeyCard(await readSmallFile(resolvePath(file), longestCard)),

  'colleague.list': (_params, { reader }) => ({
    colleagues: reader
      .list('colleague', {}, 'name')
      .map(({ id, name, recipient, compared, addedBy, addedAt }): Colleague => ({
        colleagueId: id,
        name,
        recipient,
        words: recipientWords(recipient),
        compared,
        addedBy: reader.get('practitioner', addedBy)?.name ?? addedBy,
        addedAt,
      })),
  }),

  'colleague.save': ({ colleagueId, name, recipient, publicKey, compared }, context) => {
    const { reader, actor, now } = context
    const before = colleagueId === undefined ? undefined : reader.get('colleague', colleagueId)
    if (colleagueId !== undefined && before === undefined) throw new DomainError('colleague.not_found')
    if (!isRecipient(recipient)) throw new DomainError('bundle.invalid_recipient', { recipient })
    if (publicKey !== undefined) readPublicKey(publicKey)
    // Its id is the key itself: one key is one person's, and a new key of theirs is a new colleague to compare words with.
    const known = reader.get('colleague', recipient)
    if (known !== undefined && known.id !== colleagueId) throw new DomainError('colleague.known', { name: known.name })
    const stamp = { addedBy: actor.practitionerId, addedAt: now.at }
    const bounds = { validAfter: null, validBefore: null }
    return {
      engagementId: storeScope,
      changes: [
        ...(before !== undefined && before.id !== recipient ? hide('colleague', before.id) : []),
        ...create('colleague', recipient, { name, recipient, compared, ...stamp }),
        ...showAgain(reader, 'colleague', recipient),
        ...(publicKey !== undefined && compared
          ? signerChanges({ principal: name, publicKey, ...bounds }, 'card', context).changes
          : []),
      ],
      answer: () => ({ colleagueId: recipient }),
    }
  },

  'colleague.remove': ({ colleagueId, reason }, { reader }) => {
    if (reader.get('colleague', colleagueId) === undefined) throw new DomainError('colleague.not_found')
    return {
      engagementId: storeScope,
      changes: [...update('colleague', colleagueId, { removedBecause: reason }), ...hide('colleague', colleagueId)],
      answer: () => ({}),
    }
  },
}

function ownCard({ session }: QueryContext): KeyCard {
  const { practitioner, signingKey } = session.open
  const { recipient } = ownIdentity(signingKey)
  return keyCard(practitioner.name, recipient, practitioner.publicKey)
}
