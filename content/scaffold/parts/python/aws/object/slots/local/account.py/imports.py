
from local.invoke import ROOT
