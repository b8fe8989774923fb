import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, html, render } from '../src/html.ts';

describe('html', () => {
  it('escapes every value that is not markup of its own, in text and in attributes', () => {
    const evil = `<b title="x">'&`;
    expect(render(html`<p title="${evil}">${evil}</p>`)).toBe(
      '<p title="&lt;b title=&quot;x&quot;&gt;&#39;&amp;">&lt;b title=&quot;x&quot;&gt;&#39;&amp;</p>',
    );
    expect(render(html`<ul>${['a<', 'b'].map((one) => html`<li>${one}</li>`)}</ul>`)).toBe(
      '<ul><li>a&lt;</li><li>b</li></ul>',
    );
  });

  it('leaves out nothing-values and writes numbers, zero too', () => {
    expect(render(html`${undefined}${null}${false}${0}${''}`)).toBe('0');
  });

  it('cannot be fooled by data that looks like markup', () => {
    const forged: { markup: string } = JSON.parse('{"markup":"<script>"}');
    expect(() => render(html`${forged as never}`)).toThrow();
  });

  it('never lets a text open or close anything', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/.test(escapeText(text)),
      ),
    );
  });
});
