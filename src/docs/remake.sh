#!/bin/sh
# Remakes the pictures of the README and the manual: runs the tests that record them, and copies their pictures.
set -e
cd "$(dirname "$0")/../.."
./mvnw -q verify -Dscreenshots=record -Dtest=MainTest -Dit.test='ScreenshotsIT#aSolvedSpiral*,SweepScreenshotsIT,LabsIT,RunsPageIT'
taken=target/screenshots
cp $taken/spiral-large-light.png src/docs/explorer.png
cp $taken/spiral-large-dark.png src/docs/explorer-dark.png
for name in lab-gradient-check lab-batch-lab lab-optimizer-race lab-init-lab lab-microscope sweep-map runs-scatter; do
    cp $taken/$name.png src/docs/$name.png
done
cp $taken/sweep-rates-curve.png src/docs/sweep-rates.png
