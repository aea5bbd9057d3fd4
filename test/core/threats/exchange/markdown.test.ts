import assert from 'node:assert/strict';
import { exported } from './support/formats';

const MODEL = `record: threat-model
system: "Desk <script>alert(1)</script> | [x](javascript:1)"
architecture:
  components:
    - id: a
      name: "end\\nsubgraph \\"x\\"]; click a href"
      type: model
      boundary: in
    - id: b
      name: Reader
      type: actor
  trust-boundaries:
    - id: in
      name: 'Cellar "1"'
  flows:
    - from: b
      to: a
      data: 'asks | "now"'
threats:
  - id: T01
    title: "Pipe | and <img>"
    asset: [a]
    scenario: "# not a heading\\n\\n- not an item"
    treatment: ""
    controls:
      - control: Lock it
        state: planned
        owner: "@ada"
        due: 2026-12-01
`;

describe('exchange of threat models: Markdown', () => {
  const { text } = exported(MODEL, 'markdown');
  const diagram = /```mermaid\n([^]*?)\n```/u.exec(text)?.[1] ?? '';

  it('draws boundaries as frames, and no name can end or begin anything', () => {
    assert.equal(
      diagram,
      `flowchart LR
  n2(["Reader"])
  subgraph b1["Cellar #34;1#34;"]
    n1{{"end subgraph #34;x#34;#93;#59; click a href"}}
  end
  n2 -->|"asks #124; #34;now#34;"| n1`,
    );
  });

  it('lets no name be markup', () => {
    const words = text.replace(/```[^]*?```/u, '');
    assert.ok(!/<(?:script|img)/u.test(words));
    assert.match(words, /\| T01 \| Pipe \\\| and &lt;img> \| a \| not rated \| not rated \| open \|/u);
    assert.match(words, /Without a decision: 1 of 1\./u);
    assert.match(words, /^\\# not a heading$/mu);
    assert.match(words, /^\\- not an item$/mu);
    assert.match(words, /- Lock it \(planned, @\u2060ada, by 2026-12-01\)/u);
  });
});
