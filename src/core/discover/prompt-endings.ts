/**
 * What the names of files end in that hold text for a model, part of an expression: plain text, and the templates of the
 * engines that prompts are filled in with.
 */
export const PROMPT_ENDINGS =
  '(?:txt|md|markdown|j2|jinja2?|hbs|mustache|tmpl|tpl|liquid|sbn|scriban|vm|peb|ftl|twig|blade\\.php|prompt|xml|st)';
