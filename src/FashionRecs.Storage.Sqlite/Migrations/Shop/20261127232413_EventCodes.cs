using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.Sqlite.Migrations.Shop
{
    /// <summary>
    /// Events say what they mean: a value by its code instead of its place in the vocabulary, a product's vector by the codes of its values instead of a row of bytes.
    /// One transaction, so that a program that is killed leaves the file as it was.
    /// </summary>
    public partial class EventCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Amounts", table: "Events", type: "TEXT", nullable: true);
            migrationBuilder.AddColumn<string>(name: "ValueCode", table: "Events", type: "TEXT", nullable: true);
            migrationBuilder.AddColumn<string>(name: "Vocabulary", table: "Events", type: "TEXT", nullable: true);
            migrationBuilder.AddColumn<int>(name: "VocabularyVersion", table: "Events", type: "INTEGER", nullable: true);
            migrationBuilder.Sql(FirstVocabulary.Table);
            migrationBuilder.Sql(
                """
                UPDATE "Events" SET "Amounts" = (
                    SELECT json_group_object("Code", "Amount") FROM (
                        SELECT v."Attribute" || ':' || v."Code" AS "Code",
                            16 * (instr('0123456789ABCDEF', substr(hex("Item"), 2 * v."Place" + 1, 1)) - 1)
                                + instr('0123456789ABCDEF', substr(hex("Item"), 2 * v."Place" + 2, 1)) - 1 AS "Amount"
                        FROM temp."FirstVocabulary" AS v WHERE v."Place" < length("Item") AND substr(hex("Item"), 2 * v."Place" + 1, 2) <> '00'
                        ORDER BY v."Place"))
                WHERE "Item" IS NOT NULL;
                UPDATE "Events" SET "ValueCode" = (SELECT v."Attribute" || ':' || v."Code" FROM temp."FirstVocabulary" AS v WHERE v."Place" = "Value") WHERE "Value" IS NOT NULL;
                """);
            migrationBuilder.Sql($"""
                UPDATE "Events" SET "Vocabulary" = '{FirstVocabulary.Name}', "VocabularyVersion" = {FirstVocabulary.Version} WHERE "Item" IS NOT NULL OR "Value" IS NOT NULL;
                DROP TABLE temp."FirstVocabulary";
                ALTER TABLE "Events" DROP COLUMN "Item";
                ALTER TABLE "Events" DROP COLUMN "Value";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Events are not turned back into places of a vocabulary; restore a backup.");
    }
}
