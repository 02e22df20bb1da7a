# What the tests are run with: the strictest stage, and any file as the artefact, because it is only hashed.
stage    = "prod"
artefact = "versions.tf"
# <% slot settings %>
