using System.Text;
using System.Text.Json;
using CryptoLessons.Lessons;
using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Format;
using NUnit.Framework;

namespace CryptoLessons.Tests.Notebooks;

/// <summary>Notebooks as files: written as nbformat 4.5 has it, the same bytes every time; read whatever wrote them, and hostile ones told in a sentence.</summary>
public class NotebookFileTests
{
    private static readonly NotebookCell Ran = NotebookCell.Of(1, CellKind.Code, "1 + 1\n") with
    {
        ExecutionCount = 7,
        Outputs =
        [
            new StreamOutput("stdout", "a\nb"),
            new DisplayOutput(new Exhibit("t") { Html = "<b>\n</b>", Svg = "<svg/>" }, false),
            new DisplayOutput(new Exhibit("2"), true),
            new ErrorOutput("E", "wrong", ["E: wrong", "   at In[7] line 1"]),
        ],
    };

    private static readonly Notebook Sample = new([NotebookCell.Of(0, CellKind.Markdown, "# Ü\n\nprose"), Ran, NotebookCell.Of(2, CellKind.Raw, "")]);

    [Test]
    public void IsLaidOutAsJupyterDoes() => Assert.That(Written(Sample), Is.EqualTo("""
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "aa5aeb8d9d5e",
           "metadata": {},
           "source": [
            "# Ü\n",
            "\n",
            "prose"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "f9b991cfb8e9",
           "metadata": {},
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "a\n",
              "b"
             ]
            },
            {
             "data": {
              "image/svg+xml": [
               "<svg/>"
              ],
              "text/html": [
               "<b>\n",
               "</b>"
              ],
              "text/plain": [
               "t"
              ]
             },
             "metadata": {},
             "output_type": "display_data"
            },
            {
             "data": {
              "text/plain": [
               "2"
              ]
             },
             "execution_count": 7,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "E",
             "evalue": "wrong",
             "output_type": "error",
             "traceback": [
              "E: wrong",
              "   at In[7] line 1"
             ]
            }
           ],
           "source": [
            "1 + 1\n"
           ]
          },
          {
           "cell_type": "raw",
           "id": "61367c54394e",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": "C# (CryptoLessons)",
           "language": "C#",
           "name": "cryptolessons"
          },
          "language_info": {
           "file_extension": ".cs",
           "mimetype": "text/x-csharp",
           "name": "C#",
           "pygments_lexer": "csharp"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """.ReplaceLineEndings("\n")));

    [Test]
    public void ReadsWhatItWrote()
    {
        Notebook read = Read(Written(Sample));
        Assert.That(Written(read), Is.EqualTo(Written(Sample)));
        Assert.That(read.Cells.Select(cell => (cell.Kind, cell.Id, cell.Source, cell.ExecutionCount)),
            Is.EqualTo(Sample.Cells.Select(cell => (cell.Kind, cell.Id, cell.Source, cell.ExecutionCount))));
        Assert.That(read.Cells[1].Outputs.Take(3), Is.EqualTo(Ran.Outputs.Take(3)));
        Assert.That(((ErrorOutput)read.Cells[1].Outputs[3]).Trace, Is.EqualTo(((ErrorOutput)Ran.Outputs[3]).Trace));
    }

    [Test]
    public void ACellIsNamedAfterItsPlaceItsKindAndItsText()
    {
        string[] ids =
        [
            .. new[] { (0, CellKind.Code, "a"), (1, CellKind.Code, "a"), (0, CellKind.Markdown, "a"), (0, CellKind.Code, "b") }
                .Select(cell => NotebookCell.Of(cell.Item1, cell.Item2, cell.Item3).Id),
        ];
        Assert.That(ids, Is.Unique.And.All.Match("^[0-9a-f]{12}$"));
        Assert.That(NotebookCell.Of(0, CellKind.Code, "a").Id, Is.EqualTo(ids[0]));
    }

    [Test]
    public void ReadsWhatOthersWriteAndKeepsTheirNotes()
    {
        Notebook read = Read("\uFEFF" + """
            { "nbformat": 4, "nbformat_minor": 2, "metadata": { "authors": [ { "name": "Alice" } ] }, "unknown": [ { } ], "cells": [
              { "cell_type": "markdown", "source": "a\nb", "metadata": { "tags": [ "t" ] }, "attachments": { "p.png": { "image/png": "AAAA" } } },
              { "cell_type": "code", "source": [ "1", "2" ], "metadata": { }, "execution_count": null, "collapsed": true, "outputs": [
                { "output_type": "execute_result", "execution_count": 1, "metadata": { },
                  "data": { "text/plain": "12", "image/png": "AAAA", "application/json": { "a": 1 } } } ] } ] }
            """);
        Assert.That(read.Cells.Select(cell => cell.Source), Is.EqualTo((string[])["a\nb", "12"]));
        Assert.That(read.Cells[1].Outputs, Is.EqualTo((CellOutput[])[new DisplayOutput(new Exhibit("12"), true)]));
        string again = Written(read);
        Assert.That(again, Does.Contain("Alice").And.Contain("\"t\"").And.Contain("p.png").And.Contain("\"nbformat_minor\": 5"));
        Assert.That(Written(Read(again)), Is.EqualTo(again));
    }

    [Test]
    public void EveryCellGetsANameOfItsOwn()
    {
        string cells = string.Join(", ", new[] { "a", "a", "b c", "", new string('x', 65) }
            .Select(id => $$"""{ "cell_type": "raw", "id": "{{id}}", "metadata": { }, "source": "" }"""));
        Notebook read = Read($$"""{ "nbformat": 4, "cells": [ {{cells}} ] }""");
        Assert.That(read.Cells.Select(cell => cell.Id), Is.Unique.And.All.Match("^[a-zA-Z0-9_-]{1,64}$").And.Some.EqualTo("a"));
    }

    [TestCase("", "line 1")]
    [TestCase("{\n\"nbformat\": 4,\n\"cells\": [}", "line 3")]
    [TestCase("[]", "nbformat")]
    [TestCase("null", "nbformat")]
    [TestCase("""{ "nbformat": "4" }""", "nbformat")]
    [TestCase("""{ "nbformat": 3, "worksheets": [] }""", "nbformat 3")]
    [TestCase("""{ "nbformat": 5, "cells": [] }""", "nbformat 5")]
    [TestCase("""{ "nbformat": 4 }""", "list of cells")]
    [TestCase("""{ "nbformat": 4, "cells": {} }""", "list of cells")]
    [TestCase("""{ "nbformat": 4, "cells": [ 1 ] }""", "cell 1 ")]
    [TestCase("""{ "nbformat": 4, "cells": [ { "cell_type": "heading", "source": "" } ] }""", "cell 1 ")]
    [TestCase("""{ "nbformat": 4, "cells": [ { "cell_type": "raw", "source": "" }, { "cell_type": "code" } ] }""", "cell 2 has no source")]
    [TestCase("""{ "nbformat": 4, "cells": [ { "cell_type": "code", "source": [ 1 ] } ] }""", "cell 1 has no source")]
    [TestCase("""{ "nbformat": 4, "cells": [ { "cell_type": "code", "source": "", "outputs": [ { "output_type": "tune" } ] } ] }""", "cell 1 has an output, number 1")]
    [TestCase("""{ "nbformat": 4, "cells": [ { "cell_type": "code", "source": "\ud800" } ] }""", "Unicode")]
    [TestCase("""{ "nbformat": 4, "cells": [ ], "metadata": { "a": [ "\udc00" ] } }""", "Unicode")]
    [TestCase("""{ "nbformat": 4, "cells": [ ], "metadata": { "\udc00": 1 } }""", "Unicode")]
    public void SaysWhatIsWrongWithAFile(string file, string complaint)
    {
        var (notebook, told) = Notebook.Read(Encoding.UTF8.GetBytes(file));
        Assert.That(notebook, Is.Null);
        Assert.That(told, Does.Contain(complaint).And.EndWith("."));
    }

    [Test]
    public void NoBytesMakeItThrow()
    {
        Random random = PrintedSeed.NewRandom();
        byte[] file = Encoding.UTF8.GetBytes(Written(Sample));
        for (int round = 0; round < 3000; round++)
        {
            byte[] damaged = [.. file];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var (notebook, complaint) = Notebook.Read(damaged.AsMemory(0, random.Next(4) == 0 ? random.Next(damaged.Length) : damaged.Length));
            Assert.That(notebook is null, Is.EqualTo(complaint is not null));
            if (notebook is not null)
                Assert.That(Written(notebook), Is.Not.Empty);
        }
    }

    [Test]
    public void DeepNestingIsTold() =>
        Assert.That(Notebook.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))).Complaint, Does.Contain("no notebook"));

    [Test]
    public void TextThatIsNoUnicodeIsWrittenAsAReplacementAndTheFileIsStillJson()
    {
        string written = Written(new([Ran with { Outputs = [new StreamOutput("stdout", "\ud800x")] }]));
        using var json = JsonDocument.Parse(written);
        Assert.That(((StreamOutput)Read(written).Cells[0].Outputs[0]).Text, Is.EqualTo("\uFFFDx"));
    }

    private static string Written(Notebook notebook)
    {
        using var file = new MemoryStream();
        notebook.Write(file);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static Notebook Read(string file)
    {
        var (notebook, complaint) = Notebook.Read(Encoding.UTF8.GetBytes(file));
        Assert.That(complaint, Is.Null);
        return notebook!;
    }
}
