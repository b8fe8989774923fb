/** HTML by tagged template: every value is escaped unless it is itself the result of `html`. */
const markup = Symbol('markup');

/** Markup that is safe to send; only `html` makes it. */
export type Html = { readonly [markup]: string };

/** What may stand in a template: text is escaped, lists are joined, nothing-values vanish. */
export type Content = Html | string | number | undefined | null | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text with every character that means something to HTML (in text or in a quoted attribute) spelled out. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Markup from a template; attribute values must stand in quotes. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += render(value) + (strings[index + 1] ?? '');
  });
  return { [markup]: text };
}

/** The text of some content, ready to be sent. */
export function render(content: Content): string {
  if (content === undefined || content === null || content === false) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  if (markup in content) return content[markup];
  return content.map(render).join('');
}
