@echo off
rem Starts MLP Explorer with the bundled runtime, from any directory.
"%~dp0..\runtime\bin\java" --enable-native-access=@native.access@ @cache.options@ "-XX:AOTCache=%~dp0..\lib\mlp-explorer.aot" "-Dmlpexplorer.openblas=%~dp0..\lib\openblas" "-Dorg.sqlite.lib.path=%~dp0..\lib\sqlite" -cp "%~dp0..\lib\mlp-explorer.jar" mlpexplorer.Main %*
