'use strict';

/**
 * Gives every function the alias "live", lets all events call that alias, and lets CodeDeploy move it from version to
 * version.
 *
 * The framework has no gradual deployment of its own. It publishes a version per deployment, but the name of that version
 * in the template is known only while packaging, so no YAML can point at it: that is all this plugin is for. The update
 * policy makes CloudFormation wait for CodeDeploy. When an errors alarm fires, CodeDeploy turns the traffic back, the
 * deployment fails, and CloudFormation takes everything else back as well.
 *
 * Events go to the alias through what the framework has for provisioned concurrency ("targetAlias"), which is the same in
 * osls 4 and in Serverless 4.
 */
class LiveAlias {
  constructor(serverless) {
    this.service = serverless.service;
    this.naming = serverless.getProvider('aws').naming;
    this.hooks = {
      'before:package:compileFunctions': () => this.eachFunction((...which) => this.aimEvents(...which)),
      'after:package:compileFunctions': () => {
        this.eachFunction((...which) => this.addAlias(...which));
        this.nameDeployment();
      },
    };
  }

  eachFunction(act) {
    for (const name of this.service.getAllFunctions()) act(name, this.service.getFunction(name));
  }

  aimEvents(name, definition) {
    definition.targetAlias = { name: 'live', logicalId: `${this.naming.getNormalizedFunctionName(name)}LiveAlias` };
  }

  addAlias(name, definition) {
    const prefix = this.naming.getNormalizedFunctionName(name);
    if (!definition.versionLogicalId) throw new Error(`No version of ${name}: versionFunctions has to be on.`);
    this.template.Resources[definition.targetAlias.logicalId] = {
      Type: 'AWS::Lambda::Alias',
      Properties: {
        Name: definition.targetAlias.name,
        FunctionName: { Ref: this.naming.getLambdaLogicalId(name) },
        FunctionVersion: { 'Fn::GetAtt': [definition.versionLogicalId, 'Version'] },
      },
      UpdatePolicy: {
        CodeDeployLambdaAliasUpdate: {
          ApplicationName: { Ref: 'DeploymentApplication' },
          DeploymentGroupName: { Ref: `${prefix}DeploymentGroup` },
        },
      },
    };
  }

  /** Says in the stack which deployment is live; CloudFormation takes it back together with everything else. */
  nameDeployment() {
    const [timestamp] = this.service.package.artifactDirectoryName.split('/').at(-1).split('-');
    const Description = 'What "osls rollback --timestamp" calls this deployment';
    this.template.Outputs.Deployment = { Description, Value: timestamp };
  }

  get template() {
    return this.service.provider.compiledCloudFormationTemplate;
  }
}

module.exports = LiveAlias;
