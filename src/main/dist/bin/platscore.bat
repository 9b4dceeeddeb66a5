@echo off
rem Starts platscore: finds its own folder and a Java of version 17 or later, and shows Chinese rightly.
setlocal EnableExtensions DisableDelayedExpansion
for %%h in ("%~dp0..") do set "home=%%~fh"

rem The window speaks UTF-8 while platscore runs, and its own code page again afterwards.
set "codepage="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul 2>nul

set "java="
set "older="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :trypath "%%~dp$PATH:j"
if not defined java call :try "%home%\jre"
if not defined java for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Amazon Corretto\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do if not defined java call :try "%%~d"
if not defined java goto :nojava

rem The second compiler only gets in the way of short work. The sizes of files are not asked.
rem The words stand in quotes, so that blanks and brackets in them do no harm; what stands behind the ninth changes nothing here.
set "kind=short"
set "heap=-XX:+UseSerialGC"
for %%i in ("%~1" "%~2" "%~3" "%~4" "%~5" "%~6" "%~7" "%~8" "%~9") do if not "%%~i"=="" (
    for %%w in (assess score template explain advise verify) do if /i "%%~i"=="%%w" set "kind=long"
    for %%w in (.xlsx .xlsm .xlsb) do if /i "%%~xi"=="%%w" set "kind=long"
    if exist "%%~i\*" set "kind=long"
    if exist "%%~i\*" set "heap=-XX:+UseParallelGC"
)

rem The archive of loaded classes: beside the libraries, or where this user may write. It stays where in memory it was made to lie.
set "archive=%home%\lib\platscore-%full%-%kind%.jsa"
call :fits
if not defined fits call :elsewhere
if defined fits (set "archive=-XX:SharedArchiveFile=%archive%") else (set "archive=-Dplatscore.archive=%archive%")

"%java%" -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 "%archive%" -XX:TieredStopAtLevel=1 %heap% -Xshare:auto -Xlog:disable -XX:-UsePerfData -Djava.awt.headless=true -jar "%home%\platscore.jar" %*
set "code=%ERRORLEVEL%"
if defined codepage chcp %codepage% >nul 2>nul
exit /b %code%

rem Sets fits if there is an archive that does: only in the place of the program for which it was made, which stands beside it.
:fits
set "fits="
set "place="
if not exist "%archive%" exit /b 0
if exist "%archive%.place" for /f "usebackq eol=| delims=" %%p in ("%archive%.place") do set "place=%%p"
if /i "%place%"=="%home%" set "fits=yes"
exit /b 0

rem Takes the archive in the user's own folder where the one beside the libraries cannot be made.
:elsewhere
set "trial=%home%\lib\platscore-%RANDOM%-%RANDOM%.tmp"
copy /y nul "%trial%" >nul 2>nul
if exist "%trial%" del "%trial%" >nul 2>nul & exit /b 0
if not defined LOCALAPPDATA exit /b 0
set "name=%home::=_%"
set "name=%name:\=_%"
set "archive=%LOCALAPPDATA%\platscore\%name%-%full%-%kind%.jsa"
call :fits
exit /b 0

rem %1 is the folder bin of a Java, with a backslash at its end.
:trypath
set "folder=%~1"
call :try "%folder:~0,-1%\.."
exit /b 0

rem Takes the Java in the folder %1 if it is new enough, and remembers one that is not.
rem Most tell their version in the file release; the others are asked.
:try
if defined java exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
set "version="
if exist "%~1\release" for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
if defined version goto :compare
set "answer=%TEMP%\platscore-%RANDOM%-%RANDOM%.txt"
"%~1\bin\java.exe" -version 2>"%answer%"
for /f "usebackq tokens=3" %%v in ("%answer%") do if not defined version set "version=%%~v"
del "%answer%" >nul 2>nul
if not defined version exit /b 0
:compare
set "full=%version%"
if "%version:~0,2%"=="1." set "version=%version:~2%"
for /f "delims=.-+_ tokens=1" %%v in ("%version%") do set "version=%%v"
if %version% GEQ 17 set "java=%~1\bin\java.exe"
if %version% LSS 17 if not defined older set "older=%~1, %version%"
exit /b 0

:nojava
if defined older goto :tooold
echo platscore: 找不到 Java。请安装 Java 17 或更高版本，或设置 JAVA_HOME。 1>&2
echo platscore: no Java found. Install Java 17 or later, or set JAVA_HOME. 1>&2
if defined codepage chcp %codepage% >nul 2>nul
exit /b 127

:tooold
echo platscore: 找到的 Java 版本太低（"%older%"）。请安装 Java 17 或更高版本，或让 JAVA_HOME 指向它。 1>&2
echo platscore: the Java found is too old ("%older%"). Install Java 17 or later, or set JAVA_HOME to it. 1>&2
if defined codepage chcp %codepage% >nul 2>nul
exit /b 127
