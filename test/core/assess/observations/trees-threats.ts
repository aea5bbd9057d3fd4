import { call, TOOL, AI, MODEL, UNREAD, one, THREATS, threat } from './tree-parts';
import type { Makers } from './tree-parts';

type Threats =
  | 'threat-model-covers-assets'
  | 'threat-model-current'
  | 'threats-treated'
  | 'threats-told'
  | 'risks-transferred'
  | 'acceptance-present'
  | 'permissions-stated'
  | 'functions-limited';

/** Projects with threat models. */
export const THREAT_TREES: Pick<Makers, Threats> = {
  'threat-model-covers-assets': () => [
    ['cannot-tell', 'no asset', {}],
    ['not-seen', 'no threat model', AI],
    ['not-seen', 'a draft', { ...AI, ...one('threat-model', { leave: ['owner'] }) }],
    ['cannot-tell', 'no threat model, something unread', { ...AI, ...UNREAD }],
    ['contradicted', 'another asset', { ...AI, ...THREATS({ assets: [{ asset: 'customer data' }] }) }],
    ['seen', 'the asset', { ...AI, ...THREATS({ assets: [{ asset: MODEL }] }) }],
  ],
  'threat-model-current': () => [
    ['not-seen', 'no threat model', AI],
    ['cannot-tell', 'no threat model, something unread', { ...AI, ...UNREAD }],
    ['not-seen', 'no digest', { ...AI, ...THREATS({ assets: [{ asset: MODEL }] }) }],
    [
      'contradicted',
      'another digest',
      {
        'prompts/p.txt': 'You are a helpful assistant.\n',
        ...AI,
        ...THREATS({ assets: [{ asset: 'prompt:prompts/p.txt', digest: `text1:sha256:${'0'.repeat(64)}` }] }),
      },
    ],
    [
      'seen',
      'the same settings',
      {
        'src/chat.py': call('gpt-4o-2024-08-06', ', temperature=0.2'),
        ...THREATS({ assets: [{ asset: MODEL, 'config-digest': 'CONFIG' }] }),
      },
    ],
  ],
  'threats-treated': () => [
    ['not-seen', 'no threat model', AI],
    ['cannot-tell', 'no threat model, something unread', { ...AI, ...UNREAD }],
    [
      'contradicted',
      'a measure without anybody to do it',
      { ...AI, ...THREATS({ threats: threat({ planned: 'A filter' }) }) },
    ],
    ['seen', 'all treated', { ...AI, ...THREATS({ threats: threat({ controls: 'A filter' }) }) }],
  ],
  'threats-told': () => [
    ['not-seen', 'no threat model', AI],
    [
      'cannot-tell',
      'nothing stays',
      { ...AI, ...THREATS({ threats: threat({ controls: 'A filter' }), communicated: [] }) },
    ],
    [
      'not-seen',
      'nobody was told',
      { ...AI, ...THREATS({ threats: threat({ treatment: 'accept', reason: 'Rare here' }), communicated: [] }) },
    ],
    [
      'seen',
      'users were told',
      {
        ...AI,
        ...THREATS({
          threats: threat({ treatment: 'accept', reason: 'Rare here' }),
          communicated: [{ threat: 'T1', told: 'Users, by notice' }],
        }),
      },
    ],
  ],
  'risks-transferred': () => [
    ['not-seen', 'no threat model', AI],
    ['cannot-tell', 'nothing is passed on', { ...AI, ...THREATS({ threats: threat({ controls: 'A filter' }) }) }],
    [
      'not-seen',
      'no assessment',
      { ...AI, ...THREATS({ threats: threat({ treatment: 'transfer', reason: 'Insured' }) }) },
    ],
    [
      'seen',
      'an assessment',
      {
        ...AI,
        ...THREATS({ threats: threat({ treatment: 'transfer', reason: 'Insured' }) }),
        ...one('supplier-assessment'),
      },
    ],
  ],
  'acceptance-present': () => [
    ['not-seen', 'none', AI],
    ['cannot-tell', 'none, something unread', { ...AI, ...UNREAD }],
    ['contradicted', 'one that is over', { ...AI, ...one('risk-acceptance', { set: { expires: '2026-01-31' } }) }],
    ['seen', 'one that holds', { ...AI, ...one('risk-acceptance') }],
  ],
  'permissions-stated': () => [
    ['cannot-tell', 'no tool', AI],
    ['not-seen', 'not listed', { 'src/tools.py': TOOL }],
    ['cannot-tell', 'not listed, something unread', { 'src/tools.py': TOOL, ...UNREAD }],
    [
      'seen',
      'listed',
      { 'src/tools.py': TOOL, ...THREATS({ permissions: [{ tool: 'refund_order', scope: 'orders of one day' }] }) },
    ],
  ],
  'functions-limited': () => [
    ['not-seen', 'no list', AI],
    ['cannot-tell', 'no list, something unread', { ...AI, ...UNREAD }],
    [
      'contradicted',
      'still on',
      { ...AI, ...THREATS({ superfluous: [{ capability: 'images', disabled: 'no, not yet' }] }) },
    ],
    [
      'seen',
      'switched off',
      { ...AI, ...THREATS({ superfluous: [{ capability: 'images', disabled: 'not offered by the client' }] }) },
    ],
  ],
};
