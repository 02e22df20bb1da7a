'use strict';

/**
 * Stops a deployment while something under "custom.requiredSettings" still has the value that only stands in for it: such a
 * stack would fail after minutes, or deploy something that nobody meant. Packaging works all the same, so that the project
 * can be validated from the first day.
 */
class RequiredSettings {
  constructor(serverless, options) {
    this.hooks = {
      'before:package:initialize': () => {
        if (!serverless.processedInput.commands.includes('deploy')) return;
        const settings = Object.entries(serverless.service.custom.requiredSettings);
        const missing = settings.filter(([, value]) => /not-set|-0{17}/.test(String(value))).map(([name]) => name);
        if (missing.length === 0) return;
        const wanted = missing.join(' and ');
        throw new serverless.classes.Error(`Set ${wanted} for ${options.stage ?? 'dev'}, under "params" in serverless.yml.`);
      },
    };
  }
}

module.exports = RequiredSettings;
