import "server-only";

/**
 * An address in Zelto's dashboard by the template that a person set (`ZELTO_DASHBOARD_URL`), such as
 * `https://dashboard.zelto.ai/org/acme-1a2b3c4d/conversations/{conversationId}`. A bucket's link needs `{bucketId}` in the
 * template, since Zelto's page addresses are not documented. Null without a template or a fitting placeholder.
 */
export function dashboardLink(template: string | null, ids: { readonly conversationId?: string | null; readonly bucketId?: string | null }): string | null {
  if (template === null) return null;
  let link = template;
  let filled = false;
  for (const [name, id] of Object.entries(ids)) {
    if (id === null) return null;
    if (!link.includes(`{${name}}`)) continue;
    link = link.replaceAll(`{${name}}`, encodeURIComponent(id));
    filled = true;
  }
  return filled && !/\{[A-Za-z]+\}/.test(link) ? link : null;
}
