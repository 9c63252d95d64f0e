// Looks into the packages that `run` made and says what is wrong with them: one sentence a line, and exit status 1.
// Arguments: the packages' folder, their version, the name of BouncyCastle's package, and the names of all packages there should be.
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

var (folder, version, bouncyCastle, names) = (args[0], args[1], args[2], args[3..]);
byte[] repository = Encoding.UTF8.GetBytes(Directory.GetCurrentDirectory());
int complaints = 0;

foreach (string file in Directory.EnumerateFiles(folder, "*.nupkg").Select(path => Path.GetFileName(path)))
    Check(file, names.Any(name => file == $"{name}.{version}.nupkg"), "nobody asked for this package");
foreach (string name in names)
{
    using ZipArchive? package = Open($"{name}.{version}.nupkg"), symbols = Open($"{name}.{version}.snupkg");
    if (package is not null && symbols is not null)
        Inspect(name, package, symbols);
}
Console.WriteLine($"{names.Length} packages, {complaints} complaints");
return complaints == 0 ? 0 : 1;

void Inspect(string name, ZipArchive package, ZipArchive symbols)
{
    foreach (ZipArchiveEntry entry in package.Entries.Concat(symbols.Entries))
        Check(name, Bytes(entry).AsSpan().IndexOf(repository) < 0, $"{entry.FullName} tells in which folder it was built");
    Check(name, package.GetEntry("README.md") is not null, "there is no README.md in it");
    Check(name, package.GetEntry("LICENSE") is not null, "there is no LICENSE in it");

    XElement[] nuspec = [.. Xml(package, name + ".nuspec").Descendants()];
    Check(name, nuspec.Where(e => e.Name.LocalName == "license").Select(e => e.Value).ToArray() is ["MIT"], "its licence is not MIT");
    bool isTool = Attributes(nuspec, "packageType", "name") is ["DotnetTool"];
    string assemblies = isTool ? "tools/net10.0/any" : "lib/net10.0";
    if (isTool)
    {
        string[] commands = Attributes(Xml(package, assemblies + "/DotnetToolSettings.xml").Descendants(), "Command", "Name");
        Check(name, commands is ["cryptolessons"], $"its command is called '{string.Join(", ", commands)}' and not cryptolessons");
    }
    else
    {
        // Signal's protocol needs nothing. Mechanisms of the nineties need a cipher and a curve of theirs, and whoever stands on them pins the same. Cells of
        // notebooks need a compiler, whose parts are pinned, and pages of lessons a reader of Markdown.
        string[] needed = name switch
        {
            "CryptoLessons.Protocol" => [],
            "CryptoLessons.Notebooks" =>
            [
                "Markdig", "Microsoft.CodeAnalysis.Analyzers", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.CSharp.Scripting",
                "Microsoft.CodeAnalysis.Common", bouncyCastle,
            ],
            _ => [bouncyCastle],
        };
        string[] others = [.. Attributes(nuspec, "dependency", "id").Where(id => !id.StartsWith("CryptoLessons", StringComparison.Ordinal))];
        Check(name, others.Order(StringComparer.Ordinal).SequenceEqual(needed.Order(StringComparer.Ordinal)), $"beside the platform it depends on '{string.Join(", ", others)}' and not on '{string.Join(", ", needed)}'");
        Check(name, package.GetEntry($"{assemblies}/{name}.xml") is not null, "there is no documentation in it");
    }
    if (package.GetEntry($"{assemblies}/{name}.dll") is { } assembly && symbols.GetEntry($"{assemblies}/{name}.pdb") is { } pdb)
        InspectBuild(name, Bytes(assembly), Bytes(pdb));
    else
        Check(name, false, "the assembly or its symbols are missing");
}

// The build is deterministic, and calls every source by its place in the repository.
void InspectBuild(string name, byte[] assembly, byte[] pdb)
{
    using var file = new PEReader(new MemoryStream(assembly));
    using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
    DebugDirectoryEntry[] debug = [.. file.ReadDebugDirectory()];
    Check(name, debug.Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible), "the assembly is not deterministic");
    MetadataReader reader = symbols.GetMetadataReader();
    string[] sources = [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    Check(name, sources.Length > 0, "the symbols name no source");
    IEnumerable<string> own = debug.Where(entry => entry.Type == DebugDirectoryEntryType.CodeView)
        .Select(entry => file.ReadCodeViewDebugDirectoryData(entry).Path);
    if (sources.Concat(own).FirstOrDefault(path => !path.StartsWith("/_/src/", StringComparison.Ordinal)) is { } local)
        Check(name, false, $"a source is called {local}, which is a place on the machine that built it");
}

ZipArchive? Open(string file)
{
    string path = Path.Combine(folder, file);
    Check(file, File.Exists(path), "this package is missing");
    return File.Exists(path) ? ZipFile.OpenRead(path) : null;
}

void Check(string what, bool right, string complaint)
{
    if (right)
        return;
    complaints++;
    Console.Error.WriteLine($"{what}: {complaint}.");
}

static byte[] Bytes(ZipArchiveEntry entry)
{
    using Stream stream = entry.Open();
    var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    return bytes.ToArray();
}

static XElement Xml(ZipArchive package, string path) =>
    package.GetEntry(path) is { } entry ? XElement.Load(new MemoryStream(Bytes(entry))) : new XElement("missing");

static string[] Attributes(IEnumerable<XElement> elements, string element, string attribute) =>
    [.. elements.Where(e => e.Name.LocalName == element).Select(e => e.Attribute(attribute)?.Value ?? "")];
