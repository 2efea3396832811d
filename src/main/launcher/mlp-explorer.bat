@echo off
rem Starts MLP Explorer on the runtime beside it, from any directory.
"%~dp0..\runtime\bin\java" --enable-native-access=@native.access@ "-Dmlpexplorer.openblas=%~dp0..\openblas" -cp "%~dp0..\lib\*" mlpexplorer.Main %*
