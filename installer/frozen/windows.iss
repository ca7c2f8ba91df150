; Inno Setup: the installer for Windows, made by installer/build.py where iscc is on the path.
; Installs for one user, without an administrator's rights; the books are never touched.
#ifndef Version
  #error Give the version: /DVersion=1.2.3
#endif

[Setup]
AppId={{6E0C8B52-7E0B-4C0E-9C1E-6E4C0D0C6B11}
AppName=OTC Desktop
AppVersion={#Version}
AppPublisher=OTC Desktop
DefaultDirName={autopf}\OTC Desktop
DefaultGroupName=OTC Desktop
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
OutputBaseFilename=otc-desktop-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; A window that is open would keep its files from being replaced.
CloseApplications=yes
ChangesEnvironment=yes

[Languages]
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"

[InstallDelete]
; What an older version brought and this one has no more.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\OTC Desktop"; Filename: "{app}\otc-desktop.exe"
Name: "{autodesktop}\OTC Desktop"; Filename: "{app}\otc-desktop.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\otc-desktop.exe"; Description: "{cm:LaunchProgram,OTC Desktop}"; Flags: nowait postinstall skipifsilent
