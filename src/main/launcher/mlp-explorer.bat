@echo off
rem Starts MLP Explorer on the runtime beside it, from any directory.
"%~dp0..\runtime\bin\java" --enable-native-access=@native.access@ @cache.options@ "-XX:AOTCache=%~dp0..\lib\mlp-explorer.aot" "-Dmlpexplorer.openblas=%~dp0..\lib\openblas" -cp "%~dp0..\lib\mlp-explorer.jar" mlpexplorer.Main %*
