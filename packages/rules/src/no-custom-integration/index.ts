import { defineRule } from '../rule.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-custom-integration',
    description: 'list calls of custom workspace integrations, which stay behind when the app moves',
    limitations: ['int-custom-deprecated', 'exit-sdk-dependence'],
    preset: 'audit',
    since: '0.2.0',
    precision: 'very-high',
    words: ['custom'],
    related: ['no-manual-oauth'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ file }) {
    for (const call of file.sdkCalls) {
      if (call.origin === 'shim' || call.zone === 'other' || !/^integrations\.custom\b/.test(call.member)) continue;
      const [id] = call.args;
      const name =
        id?.t === 'literal' && typeof id.value === 'string'
          ? `the custom integration \`${id.value}\``
          : 'a custom integration';
      yield {
        severity: 'info',
        confidence: 'certain',
        message: `This calls ${name} of the workspace, whose definition and credentials are not part of the export and stay behind when the app moves.`,
        span: call.span,
        evidence: [],
        advice:
          'Keep the OpenAPI file of the integration with the code; a backend function that calls the service with a key from the secrets does the same and can move along.',
        suggestions: [],
      };
    }
  },
});
