
# A value in case the signing key is written this time. Nobody sees it, and Terraform keeps it nowhere.
TF_VAR_signing_key=$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')
export TF_VAR_signing_key
