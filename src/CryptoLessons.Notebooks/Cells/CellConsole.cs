using System.Text;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>Stands before the console of the process: what a cell writes goes to its screen, what anybody else writes goes where it went.</summary>
/// <remarks>Which cell it is flows with what it starts, into its tasks and threads too, so that two notebooks of a process do not mix.</remarks>
internal sealed class CellConsole : TextWriter
{
    private static readonly AsyncLocal<CellScreen?> Screen = new();
    private static readonly Lock Turn = new();
    private static (TextWriter Out, TextWriter Error, TextReader In) installed;

    private readonly string name;
    private readonly TextWriter others;

    private CellConsole(string name, TextWriter others) => (this.name, this.others, CoreNewLine) = (name, others, ['\n']);

    public override Encoding Encoding => others.Encoding;

    /// <summary>From here on, in this flow of execution, the console is a cell's screen, and nobody is at the keyboard.</summary>
    public static void Use(CellScreen screen)
    {
        lock (Turn)
        {
            // Somebody may have put another console there since, a cell for example.
            if (Console.Out != installed.Out)
                Console.SetOut(new CellConsole("stdout", Console.Out));
            if (Console.Error != installed.Error)
                Console.SetError(new CellConsole("stderr", Console.Error));
            if (Console.In != installed.In)
                Console.SetIn(new Keyboard(Console.In));
            installed = (Console.Out, Console.Error, Console.In);
        }
        Screen.Value = screen;
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Screen.Value is { } screen)
            screen.Write(name, buffer);
        else
            others.Write(buffer);
    }

    public override void Flush()
    {
        if (Screen.Value is null)
            others.Flush();
    }

    private sealed class Keyboard(TextReader others) : TextReader
    {
        public override int Peek() => Screen.Value is null ? others.Peek() : -1;

        public override int Read() => Screen.Value is null ? others.Read() : -1;

        public override string? ReadLine() => Screen.Value is null ? others.ReadLine() : null;
    }
}
