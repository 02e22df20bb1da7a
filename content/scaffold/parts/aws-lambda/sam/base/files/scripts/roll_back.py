"""Points every function of a stack back at the version before: python scripts/roll_back.py order-intake-prod

It takes seconds, because nothing is built or deployed. boto3 comes with the SAM CLI.
"""

import re
import sys
from typing import Any

import boto3

ALIAS = "live"


def version_before(codedeploy: Any, application: str, group: str, live: str) -> str | None:
    """What the alias pointed to before the last successful deployment of its version of today.

    One number less will not do: versions whose deployment failed keep theirs.
    """
    pages = codedeploy.get_paginator("list_deployments").paginate(
        applicationName=application, deploymentGroupName=group, includeOnlyStatuses=["Succeeded"]
    )
    ids = [deployment for page in pages for deployment in page["deployments"]]
    found = [
        codedeploy.get_deployment(deploymentId=deployment)["deploymentInfo"] for deployment in ids
    ]
    for deployment in sorted(found, key=lambda info: info["createTime"], reverse=True):
        revision = deployment.get("revision", {})
        content = (revision.get("appSpecContent") or revision.get("string") or {}).get(
            "content", ""
        )
        versions = dict(re.findall(r"(CurrentVersion|TargetVersion)\W+(\d+)", content))
        if versions.get("TargetVersion") == live and versions.get("CurrentVersion"):
            return str(versions["CurrentVersion"])
    return None


def main(stack: str) -> int:
    functions = boto3.client("lambda")
    codedeploy = boto3.client("codedeploy")
    pages = (
        boto3.client("cloudformation")
        .get_paginator("list_stack_resources")
        .paginate(StackName=stack)
    )
    ids = {
        resource["LogicalResourceId"]: resource["PhysicalResourceId"]
        for page in pages
        for resource in page["StackResourceSummaries"]
        if "PhysicalResourceId" in resource
    }
    failed = 0
    for name, group in ids.items():
        if not name.endswith("DeploymentGroup"):
            continue
        function = ids[name.removesuffix("DeploymentGroup")]
        live = functions.get_alias(FunctionName=function, Name=ALIAS)["FunctionVersion"]
        before = version_before(codedeploy, ids["ServerlessDeploymentApplication"], group, live)
        if before is None:
            print(f"{function}: no version before {live} is known.", file=sys.stderr)
            failed += 1
            continue
        # Without weights, so that a canary that is under way gets no more calls either.
        functions.update_alias(
            FunctionName=function,
            Name=ALIAS,
            FunctionVersion=before,
            RoutingConfig={"AdditionalVersionWeights": {}},
        )
        print(f"{function}: version {live} -> {before}")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
