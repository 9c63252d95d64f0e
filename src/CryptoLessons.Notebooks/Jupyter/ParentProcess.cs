using System.Diagnostics;
using System.Globalization;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>The program that started the kernel: when it is gone, nobody will shut the kernel down any more.</summary>
internal static class ParentProcess
{
    // What jupyter_client tells its kernels. On Windows it is a handle and no process's number, and there Jupyter's own launcher ends its children.
    private const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Acts once when the program is gone; never when it is not known which it is.</summary>
    public static void WhenGone(Action act)
    {
        // One that is not there from the beginning was never seen from here: the kernel runs in a container, for example.
        string? said = OperatingSystem.IsWindows() ? null : Environment.GetEnvironmentVariable(Variable);
        if (!int.TryParse(said, CultureInfo.InvariantCulture, out int id) || id <= 1 || !IsThere(id))
            return;
        new Thread(() =>
        {
            while (IsThere(id))
                Thread.Sleep(BetweenLooks);
            act();
        })
        { IsBackground = true, Name = "watches the parent" }.Start();
    }

    private static bool IsThere(int id)
    {
        try
        {
            using Process parent = Process.GetProcessById(id);
            return !parent.HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
